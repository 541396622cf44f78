import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { WorkerNotice } from '../messages/worker.ts';
import { createBriefs } from './briefs.ts';
import { createBriefCache } from './cache.ts';
import { createCalls } from './calls.ts';
import type { ExtensionApi } from './extension-api.ts';
import { type Failure, failure } from './failure.ts';
import { createKeyRing } from './keys.ts';
import { createPairingFlow } from './pairing.ts';
import { createRpc } from './rpc.ts';
import { createSealer } from './sealer.ts';
import { createServer, type Server } from './server.ts';
import { createSession } from './session.ts';
import { createTabWatch } from './tab-watch.ts';

/** Milliseconds after which the backend counts as slow. */
const TIMEOUT_MS = 8000;

/** What the worker stands on. */
export interface WorkerDependencies {
  readonly browser: ExtensionApi;
  /** Origin of the backend that the build was made for. */
  readonly build: string;
  readonly fetch: typeof globalThis.fetch;
  readonly crypto: Crypto;
  readonly now: () => Date;
  /** Database engine of a test. */
  readonly engine?: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange };
}

/** Puts the parts of the worker together. Nothing of value lives in them: the worker dies often. */
export function createWorker(dependencies: WorkerDependencies) {
  const { browser, fetch, crypto, now, engine } = dependencies;
  const area = browser.storage.session;
  const server = createBrowserServer(browser, dependencies.build);
  const backend = () => reachableBackend(server);
  const session = createSession(area, now);
  const notify = (what: WorkerNotice['what']) => {
    // Whoever hears of the change asks again, and must not get an answer from before it.
    briefs.forgetShared();
    tellPages(browser, what);
  };
  const sealer = createSealer(createKeyRing(area, crypto), crypto);
  const cache = createBriefCache({ sealer, now, ...(engine === undefined ? {} : { engine }) });
  const rpc = createRpc({
    backend,
    token: session.tokenFor,
    fetch,
    timeoutMs: TIMEOUT_MS,
    async onSignedOut() {
      await session.end();
      await cache.clear();
      notify('session');
    },
  });
  const briefs = createBriefs({ rpc, cache, now });
  const pairing = createPairingFlow({
    area,
    session,
    backend,
    fetch,
    now,
    openTab: (url) => browser.tabs.create({ url }),
    timeoutMs: TIMEOUT_MS,
  });
  const tabs = createTabWatch({
    area,
    briefs,
    now,
    showBadge: (tabId, badge) => showBadge(browser, tabId, badge),
  });
  const answer = createCalls({ server, session, pairing, rpc, briefs, cache, notify });
  return { answer, tabs, session, cache, notify };
}

/** The parts that the listeners drive. */
export type Worker = ReturnType<typeof createWorker>;

function createBrowserServer(browser: ExtensionApi, build: string): Server {
  return createServer({
    local: browser.storage.local,
    readManaged: () => readManaged(browser),
    async installedByPolicy() {
      return (await browser.management.getSelf()).installType === 'admin';
    },
    mayReach: (pattern) => browser.permissions.contains({ origins: [pattern] }),
    build,
  });
}

async function readManaged(browser: ExtensionApi): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    // Firefox rejects where no policy for the extension exists at all: the same as an empty one.
    return {};
  }
}

async function reachableBackend(server: Server): Promise<Result<string, Failure>> {
  const { backend, problem } = await server.settings();
  return backend === null || problem !== null ? refuse(failure('notConfigured')) : ok(backend);
}

function tellPages(browser: ExtensionApi, what: WorkerNotice['what']): void {
  const notice: WorkerNotice = { type: 'changed', what };
  // Rejected when no page of ours is open: then there is nobody to tell.
  browser.runtime.sendMessage(notice).catch(() => undefined);
}

async function showBadge(
  browser: ExtensionApi,
  tabId: number,
  badge: { readonly text: string; readonly colour: string; readonly title: string },
): Promise<void> {
  const { action } = browser;
  const shown = [
    action.setBadgeText({ tabId, text: badge.text }),
    action.setBadgeBackgroundColor({ tabId, color: badge.colour }),
    action.setTitle({ tabId, title: badge.title }),
  ];
  // Rejected when the tab was closed meanwhile.
  await Promise.allSettled(shown);
}
