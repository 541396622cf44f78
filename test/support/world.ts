import { join } from 'node:path';
import { type Browser, TargetType } from 'puppeteer';
import type { BackendConfig } from '#backend/config.ts';
import type { RunningBackend } from '#backend/serve.ts';
import {
  type SimplePractice,
  type SimplePracticeOptions,
  startSimplePractice,
} from '#test/ehr/simplepractice/server.ts';
import type { TherapyNotesOptions } from '#test/ehr/therapynotes/options.ts';
import { startTherapyNotes, type TherapyNotes } from '#test/ehr/therapynotes/server.ts';
import { launchBrowser } from './browser.ts';
import type { Front } from './front.ts';
import { startLocalBackend } from './local-backend.ts';

/** Everything that the main job needs, on real parts, all on this machine. */
export interface World {
  readonly backend: RunningBackend;
  readonly simplePractice: SimplePractice;
  readonly therapyNotes: TherapyNotes;
  /** Chromium with the extension; only the stand-ins and loopback can be reached. */
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** How a world is made. */
export interface WorldOptions {
  /** Unpacked production build of the extension. */
  readonly extensionDir: string;
  /** Folder of the backend's database and secrets. */
  readonly dataDir: string;
  /** Default true. */
  readonly headless?: boolean;
  /** Default a free one. */
  readonly port?: number;
  /** Stands between browser and backend; default nothing does. */
  readonly front?: Front;
  /** Folder that mails and texts are laid down in; default nothing is sent. */
  readonly messages?: string;
  readonly simplePractice?: SimplePracticeOptions;
  readonly therapyNotes?: TherapyNotesOptions;
}

/**
 * Starts backend, stand-ins and browser, and tells the extension where the backend is. When one of
 * them does not start, those that did are taken down again.
 */
export async function startWorld(options: WorldOptions): Promise<World> {
  const parts = new AsyncDisposableStack();
  try {
    const world = await startParts(options, parts);
    const started = parts.move();
    return { ...world, close: () => started.disposeAsync() };
  } catch (error) {
    await parts.disposeAsync();
    throw error;
  }
}

async function startParts(
  options: WorldOptions,
  parts: AsyncDisposableStack,
): Promise<Omit<World, 'close'>> {
  const { front, port = 0 } = options;
  const publicUrl = front?.url ?? null;
  const backend = await startLocalBackend(options.dataDir, {
    port,
    publicUrl,
    ...layingDown(options.messages),
  });
  parts.defer(() => backend.stop());
  front?.leadTo(backend.address);
  const simplePractice = await startSimplePractice(options.simplePractice);
  parts.defer(() => simplePractice.close());
  const therapyNotes = await startTherapyNotes(options.therapyNotes);
  parts.defer(() => therapyNotes.close());
  const browser = await launchBrowser({
    extensionDir: options.extensionDir,
    headless: options.headless ?? true,
    hosts: {
      'secure.simplepractice.com': simplePractice.port,
      'www.therapynotes.com': therapyNotes.port,
    },
  });
  parts.defer(() => browser.close());
  await nameBackend(browser, backend.url);
  return { backend, simplePractice, therapyNotes, browser };
}

/** Mails and texts as files in a folder of each. */
function layingDown(folder: string | undefined): Partial<BackendConfig> {
  if (folder === undefined) return {};
  const mail = { by: 'folder', folder: join(folder, 'mail') } as const;
  const text = { by: 'folder', folder: join(folder, 'text') } as const;
  return { delivery: { mail, text } };
}

/** Does what the options page does when a person names a server of the build's own host. */
export async function nameBackend(browser: Browser, url: URL): Promise<void> {
  const target = await browser.waitForTarget(
    (candidate) => candidate.type() === TargetType.SERVICE_WORKER,
  );
  const worker = await target.worker();
  if (worker === null) throw new Error('the extension has no worker');
  await worker.evaluate(
    (address) => chrome.storage.local.set({ backendAddress: address }),
    url.origin,
  );
}

/** The one call of the browser's extension interface that is made from here. */
declare const chrome: {
  storage: { local: { set(items: Record<string, string>): Promise<void> } };
};
