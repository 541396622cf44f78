import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { WorkerNotice } from '../messages/worker-notice.ts';
import { type Briefs, createBriefs } from './briefs.ts';
import { createBrowserSettings } from './browser-settings.ts';
import { type BriefCache, createBriefCache } from './cache.ts';
import { createCalls } from './calls.ts';
import { createChosenFieldStore } from './chosen-fields.ts';
import { createDailyParts } from './daily/daily-parts.ts';
import type { ExtensionApi } from './extension-api.ts';
import { type Failure, failure } from './failure.ts';
import { createFleet, type FleetDependencies } from './fleet/create-fleet.ts';
import { giveBack } from './give-back.ts';
import { guarded } from './guarded-calls.ts';
import { createKeyRing } from './keys.ts';
import { createLive, type Live, type LiveDependencies } from './live/live.ts';
import { outboxToServer } from './outbox/outbox-to-server.ts';
import type { Engine } from './outbox/sealed/disk.ts';
import { createPageLimits } from './page-limits/page-limits.ts';
import { createPairingFlow, type PairingDependencies } from './pairing/pairing.ts';
import { injectPanelPart, type PageOfTab } from './panel-part.ts';
import { createPracticeRules, type PracticeRules } from './practice-rules.ts';
import { createRpc, type Rpc, type RpcDependencies } from './rpc.ts';
import { createSealer } from './sealer.ts';
import type { Server } from './server.ts';
import { createSession, type Session } from './session.ts';
import type { PracticeSettings } from './settings/practice-settings.ts';
import { createSignedInPerson, type SessionProof } from './signed-in.ts';
import { createSilenceWatch } from './silent-pages.ts';
import { switchedCache } from './switched-cache.ts';
import { createTabWatch, type TabWatch, type TabWatchDependencies } from './tab-watch.ts';
import { tellPages } from './tell-pages.ts';
import { createHabitStore } from './update-habits.ts';

/** Milliseconds after which the backend counts as slow. */
const TIMEOUT_MS = 8000;

/** The worker's own timer: what waits for it is over within seconds, before the worker ends. */
const SOON = globalThis.setTimeout.bind(globalThis);

/** What the worker stands on. */
export interface WorkerDependencies {
  readonly browser: ExtensionApi;
  /** Origin of the backend that the build was made for. */
  readonly build: string;
  readonly fetch: typeof globalThis.fetch;
  readonly crypto: Crypto;
  readonly now: () => Date;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  /** What the practice's server is told that this browser is. */
  readonly installation: FleetDependencies['installation'];
  /** Database engine of a test. */
  readonly engine?: Engine;
}

/** Puts the parts of the worker together. Nothing of value lives in them: the worker dies often. */
export function createWorker(dependencies: WorkerDependencies) {
  const { browser, now } = dependencies;
  const { practice, server } = createBrowserSettings(browser, dependencies.build);
  const backend = () => reachableBackend(server);
  const session = createWorkersSession(dependencies);
  const notify = (what: WorkerNotice['what']) => {
    // Whoever hears of the change asks again, and must not get an answer from before it.
    briefs.forgetShared();
    tellPages(browser, what);
    // Whoever signed in may have left something that could not be recorded.
    if (what === 'session') void Promise.all([outbox.onServerThere(), fleet.onSession()]);
    if (what === 'session' || what === 'settings') void live.keep();
  };
  const cache = createWorkersCache(dependencies, practice);
  const onSignedOut = async (token: string) => {
    if (!(await session.endIfOf(token))) return;
    await cache.clear();
    notify('session');
  };
  const { rpc, rpcAs, rpcHeardAs } = createRpcs(dependencies, {
    backend,
    session,
    onSignedOut,
    // The server is there: what it could not be told before, it can be told now.
    onAnswered: () => void outbox.onServerThere(),
  });
  const person = createSignedInPerson({ backend, session, rpcAs });
  const fleet = createFleet({
    ...dependencies,
    area: browser.storage.local,
    person,
    rpcAs: rpcHeardAs,
    onSwitched: () => notify('brief'),
  });
  const outbox = outboxToServer({ ...dependencies, person, rpcAs, fleet });
  const own = { local: browser.storage.local, person: person.now };
  const habits = createHabitStore(own);
  const chosenFields = createChosenFieldStore({ ...own, crypto: dependencies.crypto });
  const briefs = createBriefs({ rpc, cache, now });
  const pairing = createWorkersPairing(dependencies, {
    backend,
    async onApproved(token) {
      await rules.lock.lockIfDue();
      // Somebody else may have signed in: no answer of the one before is shown to them.
      await cache.clear();
      await rules.lock.begin();
      await session.start(token);
      notify('session');
    },
  });
  const live = createWorkersLive(dependencies, { backend, session, notify, onSignedOut });
  const { switches } = fleet;
  const rules = createPracticeRules({ browser, now, practice, switches, session, cache, notify });
  const daily = createDaily(dependencies, { rpc, briefs, practice, rules, notify });
  const parts = { session, pairing, cache, outbox, live, notify, fleet, ...rules, ...daily };
  const rest = { server, practice, switches, person, briefs, habits, chosenFields };
  const calls = createCalls({ ...parts, ...rest, openTab: openTabOf(browser) });
  return {
    ...parts,
    answer: guarded(calls, parts),
    silence: createWatchOverPages(browser, daily.tabs),
    bringPanelPart: (page: PageOfTab) => injectPanelPart(browser.scripting, page),
  };
}

/** The parts that the listeners drive. */
export type Worker = ReturnType<typeof createWorker>;

function createWorkersSession({ browser, fetch, now }: WorkerDependencies): Session {
  return createSession({
    area: browser.storage.session,
    now,
    giveBack: (token) => void giveBack({ fetch, timeoutMs: TIMEOUT_MS }, token),
  });
}

function createWatchOverPages({ storage }: ExtensionApi, { onSilence }: TabWatch) {
  return createSilenceWatch({ area: storage.session, setTimeout: SOON, onSilence });
}

/** What happens on the server, as whoever is signed in may hear of it. */
function createWorkersLive(
  dependencies: WorkerDependencies,
  parts: Pick<LiveDependencies, 'backend' | 'session' | 'notify' | 'onSignedOut'>,
): Live {
  return createLive({
    ...dependencies,
    ...parts,
    tellPages: (what) => tellPages(dependencies.browser, what),
    timers: globalThis,
  });
}

function createWorkersPairing(
  { browser, fetch, now }: WorkerDependencies,
  parts: Pick<PairingDependencies, 'backend' | 'onApproved'>,
) {
  const area = browser.storage.session;
  const openTab = openTabOf(browser);
  return createPairingFlow({ ...parts, area, fetch, now, openTab, timeoutMs: TIMEOUT_MS });
}

/** Answers sealed on the disk, where the practice lets them be kept. */
function createWorkersCache(
  { browser, crypto, now, engine }: WorkerDependencies,
  practice: PracticeSettings,
): BriefCache {
  const sealer = createSealer(createKeyRing(browser.storage.session, crypto), crypto);
  return switchedCache(
    createBriefCache({ sealer, now, ...(engine === undefined ? {} : { engine }) }),
    async () => (await practice.all()).settings.offlineCache.value === true,
  );
}

/** The ways to the backend: as whoever is signed in at the moment, and as one session only. */
function createRpcs(
  { fetch }: WorkerDependencies,
  parts: Pick<RpcDependencies, 'backend' | 'onSignedOut'> & {
    readonly session: Session;
    readonly onAnswered: () => void;
  },
): Record<'rpcAs' | 'rpcHeardAs', (proof: SessionProof) => Rpc> & { readonly rpc: Rpc } {
  const { backend, onSignedOut, session, onAnswered } = parts;
  const shared = { fetch, timeoutMs: TIMEOUT_MS, onSignedOut };
  const heard =
    (ask: Rpc): Rpc =>
    async (name, input) => {
      const reply = await ask(name, input);
      if (reply.ok) onAnswered();
      return reply;
    };
  const rpcAs = (proof: SessionProof): Rpc =>
    createRpc({
      ...shared,
      backend: async () => ok(proof.backend),
      token: async () => proof.token,
    });
  return {
    rpc: heard(createRpc({ ...shared, backend, token: session.tokenFor })),
    rpcAs,
    rpcHeardAs: (proof) => heard(rpcAs(proof)),
  };
}

/** What the parts of a clinician's day share with the others. */
interface Shared {
  readonly rpc: Rpc;
  readonly briefs: Briefs;
  readonly practice: PracticeSettings;
  readonly rules: PracticeRules;
  readonly notify: (what: 'safeView') => void;
}

function createDaily({ browser, now }: WorkerDependencies, shared: Shared) {
  const { rpc, briefs, practice, rules, notify } = shared;
  const daily = createDailyParts({
    browser,
    rpc,
    now,
    mayWorkIn: rules.mayWorkIn,
    async duringTelehealth() {
      return (await practice.all()).settings.safeViewDuringTelehealth.value !== false;
    },
    async onSafeView({ on }) {
      await tabs.onSafeView(on);
      notify('safeView');
    },
    onSchedule: () => tellPages(browser, 'schedule'),
  });
  const area = browser.storage.session;
  const limits = createPageLimits({
    area,
    now,
    onHeld(tabId) {
      void tabs.onHeld(tabId);
      // What its panel shows was perhaps not what its page shows any more.
      tellPages(browser, 'brief');
    },
  });
  const tabs = createTabWatch({
    area,
    briefs,
    limits,
    now,
    inSafeView: async () => (await daily.safeView.now()).on,
    showBadge: badgesOf(browser),
  });
  return { ...daily, tabs, limits };
}

async function reachableBackend(server: Server): Promise<Result<string, Failure>> {
  const { backend, problem } = await server.settings();
  return backend === null || problem !== null ? refuse(failure('notConfigured')) : ok(backend);
}

function openTabOf({ tabs }: ExtensionApi): (url: string) => Promise<unknown> {
  return (url) => tabs.create({ url });
}

function badgesOf({ action }: ExtensionApi): TabWatchDependencies['showBadge'] {
  return async (tabId, { text, colour, title }) => {
    const shown = [
      action.setBadgeText({ tabId, text }),
      action.setBadgeBackgroundColor({ tabId, color: colour }),
      action.setTitle({ tabId, title }),
    ];
    // Rejected when the tab was closed meanwhile.
    await Promise.allSettled(shown);
  };
}
