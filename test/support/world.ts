import { type Browser, TargetType } from 'puppeteer';
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
  readonly simplePractice?: SimplePracticeOptions;
  readonly therapyNotes?: TherapyNotesOptions;
}

/** Starts backend, stand-ins and browser, and tells the extension where the backend is. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { front, port = 0 } = options;
  const backend = await startLocalBackend(options.dataDir, { port, publicUrl: front?.url ?? null });
  front?.leadTo(backend.address);
  const [simplePractice, therapyNotes] = await Promise.all([
    startSimplePractice(options.simplePractice),
    startTherapyNotes(options.therapyNotes),
  ]);
  const browser = await launchBrowser({
    extensionDir: options.extensionDir,
    headless: options.headless ?? true,
    hosts: {
      'secure.simplepractice.com': simplePractice.port,
      'www.therapynotes.com': therapyNotes.port,
    },
  });
  await nameBackend(browser, backend.url);
  return {
    backend,
    simplePractice,
    therapyNotes,
    browser,
    async close() {
      await browser.close();
      await Promise.all([simplePractice.close(), therapyNotes.close()]);
      await backend.stop();
    },
  };
}

/** Does what the options page does when a person names a server of the build's own host. */
async function nameBackend(browser: Browser, url: URL): Promise<void> {
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
