import type { EhrId } from '#shared/contracts/ehr.ts';
import { type Result, refuse } from '#shared/contracts/result.ts';
import { chartRequest } from '#shared/update/request.ts';
import {
  WORKER_CALLS,
  type WorkerCall,
  type WorkerReply,
  type WorkerRequest,
  type WorkerResults,
} from '../messages/worker.ts';
import type { WorkerNotice } from '../messages/worker-notice.ts';
import { ADDRESS_REFUSAL_WORDS } from './address.ts';
import type { Briefs } from './briefs.ts';
import type { BriefCache } from './cache.ts';
import type { ChosenFieldStore } from './chosen-fields.ts';
import { coupleHandlers } from './couple-calls.ts';
import { type DailyDependencies, dailyHandlers } from './daily/daily-calls.ts';
import { type Failure, failure } from './failure.ts';
import type { Switches } from './fleet/switches.ts';
import type { IdleLock } from './idle-lock.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { PairingFlow } from './pairing/pairing.ts';
import { sendingHandlers } from './sending-calls.ts';
import type { Server, ServerRefusal } from './server.ts';
import type { Session } from './session.ts';
import type { PracticeSettings } from './settings/practice-settings.ts';
import type { SignedInPerson } from './signed-in.ts';
import type { HabitStore } from './update-habits.ts';

/** All parts that the calls are answered from. */
export interface CallDependencies extends DailyDependencies {
  readonly server: Server;
  readonly practice: PracticeSettings;
  readonly lock: IdleLock;
  readonly session: Session;
  readonly person: SignedInPerson;
  readonly pairing: PairingFlow;
  readonly briefs: Briefs;
  readonly cache: BriefCache;
  readonly outbox: Outbox;
  readonly habits: HabitStore;
  readonly chosenFields: ChosenFieldStore;
  readonly switches: Switches;
  readonly openTab: (url: string) => Promise<unknown>;
  /** Forgets what is out of date by a change, and tells all extension pages of it. */
  readonly notify: (what: WorkerNotice['what']) => void;
}

type Inputs = { [Call in WorkerCall]: ReturnType<(typeof WORKER_CALLS)[Call]['parse']> };
type Handlers = {
  [Call in WorkerCall]: (
    input: Inputs[Call],
    tabId: number | null,
  ) => Promise<WorkerReply<WorkerResults[Call]>>;
};

const SET_BY_PRACTICE = 'Your practice sets this. It can’t be changed here.';

const SERVER_REFUSAL_WORDS: Readonly<Record<ServerRefusal, string>> = {
  ...ADDRESS_REFUSAL_WORDS,
  setByPractice: 'Your practice sets the server. It can’t be changed here.',
  accessNotGranted: 'The browser did not allow connections to that server. Nothing was changed.',
};

/**
 * Answers one call of an extension page, `tabId` being the tab it is in, if any. Input that does not
 * fit its schema is refused.
 */
export function createCalls(dependencies: CallDependencies) {
  const handlers = createHandlers(dependencies);

  return async function answer<Call extends WorkerCall>(
    call: Call,
    input: WorkerRequest['input'],
    tabId: number | null,
  ): Promise<WorkerReply<WorkerResults[Call]>> {
    const parsed = WORKER_CALLS[call].safeParse(input);
    if (!parsed.success) return { ok: false, ...failure('refused') };
    // The schema of this very call has just parsed it; the map's types can't say so.
    return handlers[call](parsed.data as Inputs[Call], tabId);
  };
}

function createHandlers(dependencies: CallDependencies): Handlers {
  return {
    ...dailyHandlers(dependencies),
    ...sendingHandlers(dependencies),
    ...coupleHandlers(dependencies),
    ...sessionHandlers(dependencies),
    ...settingsHandlers(dependencies),
    ...clientHandlers(dependencies),
    ...recordHandlers(dependencies),
    ...consoleHandlers(dependencies),
    ...habitHandlers(dependencies),
    ...fieldHandlers(dependencies),
    ...switchHandlers(dependencies),
    ...outboxHandlers(dependencies),
  };
}

type Group<Prefix extends string> = Pick<Handlers, Extract<WorkerCall, `${Prefix}.${string}`>>;

function sessionHandlers({ person, session, pairing, cache, notify, lock }: CallDependencies) {
  return {
    'session.whoAmI': async () => reply(await person.ask()),
    'session.pairing': async () => ({ ok: true, value: await pairing.underWay() }),
    'session.startPairing': async () => reply(await pairing.start()),
    'session.pollPairing': async () => reply(await pairing.poll()),
    async 'session.active'() {
      await lock.used();
      return { ok: true, value: null };
    },
    async 'session.turned'() {
      await lock.turned();
      return { ok: true, value: null };
    },
    'session.isLocked': async () => ({ ok: true, value: await lock.isLocked() }),
    async 'session.signOut'() {
      await pairing.cancel();
      await session.end();
      await lock.forget();
      await cache.clear();
      notify('session');
      return { ok: true, value: null };
    },
  } satisfies Group<'session'>;
}

function settingsHandlers(dependencies: CallDependencies) {
  const { server, practice, session, pairing, cache, safeView, lock, notify } = dependencies;
  return {
    'settings.get': async () => ({ ok: true, value: await server.settings() }),
    'settings.all': async () => ({ ok: true, value: await practice.all() }),
    async 'settings.choose'(choice) {
      const chosen = await practice.choose(choice);
      if (!chosen.ok) return { ok: false, reason: 'refused', message: SET_BY_PRACTICE };
      await lock.onMinutesChanged();
      notify('settings');
      await safeView.lookAgain();
      return { ok: true, value: null };
    },
    async 'settings.setBackend'({ backend }) {
      const changed = await server.setBackend(backend);
      if (!changed.ok) {
        return { ok: false, reason: 'refused', message: SERVER_REFUSAL_WORDS[changed.refusal] };
      }
      // Another server is another practice's world: nothing of the former one is taken along.
      await pairing.cancel();
      await session.end();
      await cache.clear();
      notify('settings');
      return { ok: true, value: changed.value };
    },
  } satisfies Group<'settings'>;
}

function clientHandlers({ rpc, briefs, cache, outbox, notify }: CallDependencies) {
  /** Also after a failure: whether a change that timed out was made, only a new look tells. */
  const changed = () => notify('brief');
  return {
    'brief.get': async (query) => ({ ok: true, value: await briefs.of(query) }),
    'links.candidates': async (input) => reply(await rpc('links.candidates', input)),
    async 'links.link'(input) {
      const linked = await rpc('links.link', input);
      changed();
      return reply(linked);
    },
    async 'links.unlink'(input) {
      const unlinked = await rpc('links.unlink', input);
      // What was kept under this link was perhaps somebody else's all along.
      await cache.clear();
      changed();
      return done(unlinked);
    },
    'look.mark': async (input) => done(await rpc('look.mark', input)),
    'look.print': async (input) => done(await rpc('look.print', input)),
    'insertions.earlier': async (input) => reply(await rpc('insertions.earlier', input)),
    async 'alerts.acknowledge'(input) {
      const acknowledged = await outbox.acknowledge(input);
      changed();
      return reply(acknowledged);
    },
    'alerts.seen': async (input) => done(await rpc('alerts.seen', input)),
    async 'alerts.snooze'(input) {
      const snoozed = await rpc('alerts.snooze', input);
      changed();
      return done(snoozed);
    },
  } satisfies Group<'links' | 'look' | 'insertions' | 'alerts' | 'brief'>;
}

/** What is added to a client's record. */
function recordHandlers({ rpc, notify }: CallDependencies) {
  /** Also after a failure: whether a change that timed out was made, only a new look tells. */
  const after = async (changing: Promise<Result<unknown, Failure>>) => {
    const changed = await changing;
    notify('brief');
    return done(changed);
  };
  return {
    'goals.put': (input) => after(rpc('goals.put', input)),
    'goals.rate': (input) => after(rpc('goals.rate', input)),
    'goals.close': (input) => after(rpc('goals.close', input)),
    'topics.close': (input) => after(rpc('topics.close', input)),
    'events.add': (input) => after(rpc('events.add', input)),
    'events.remove': (input) => after(rpc('events.remove', input)),
    'episodes.mark': (input) => after(rpc('episodes.mark', input)),
    'episodes.unmark': (input) => after(rpc('episodes.unmark', input)),
    'baselines.choose': (input) => after(rpc('baselines.choose', input)),
    'baselines.clear': (input) => after(rpc('baselines.clear', input)),
    'handTotals.measures': async () => reply(await rpc('handTotals.measures', undefined)),
    'handTotals.enter': (input) => after(rpc('handTotals.enter', input)),
    'responses.correct': (input) => after(rpc('responses.correct', input)),
    'responses.correctOwn': (input) => after(rpc('responses.correctOwn', input)),
  } satisfies Group<
    'goals' | 'topics' | 'events' | 'episodes' | 'baselines' | 'handTotals' | 'responses'
  >;
}

/** Pages of the backend for staff, by their paths. */
const CONSOLE_PAGES = {
  handMeasures: '/hand-measures',
  caseload: '/caseload',
  alerts: '/alerts',
} as const;

function consoleHandlers({ server, openTab }: CallDependencies) {
  return {
    async 'console.open'({ page }) {
      const { backend, problem } = await server.settings();
      if (backend === null || problem !== null) return { ok: false, ...failure('notConfigured') };
      await openTab(new URL(CONSOLE_PAGES[page], backend).href);
      return { ok: true, value: null };
    },
  } satisfies Group<'console'>;
}

function habitHandlers({ habits, practice }: CallDependencies) {
  return {
    async 'habits.get'() {
      const kept = await habits.read();
      if (!kept.ok || kept.value !== null) return reply(kept);
      const { defaultShape } = (await practice.all()).settings;
      if (defaultShape.source !== 'policy' || defaultShape.value === null) return reply(kept);
      const { length, language, assessmentLine, shape } = chartRequest(defaultShape.value);
      return { ok: true, value: { shape, length, language, assessmentLine } };
    },
    'habits.keep': async (kept) => done(await habits.keep(kept)),
  } satisfies Group<'habits'>;
}

function fieldHandlers({ chosenFields }: CallDependencies) {
  return {
    'fields.remembered': async (note) => reply(await chosenFields.read(note)),
    'fields.remember': async (chosen) => done(await chosenFields.keep(chosen)),
    'fields.forget': async (note) => done(await chosenFields.forget(note)),
  } satisfies Group<'fields'>;
}

function switchHandlers({ switches }: CallDependencies) {
  return {
    'switches.mode': async ({ ehr }) => ({ ok: true, value: await switches.confirmedModeOf(ehr) }),
  } satisfies Group<'switches'>;
}

function outboxHandlers({ outbox, switches }: CallDependencies) {
  /** A panel may have been drawn before the practice switched; here nothing gets by. */
  const ifOn = async (ehr: EhrId, hold: () => ReturnType<Outbox['hold']>) =>
    (await switches.confirmedModeOf(ehr)) === 'on' ? hold() : refuse(failure('switchedOff'));
  return {
    'outbox.hold': async (held, tabId) =>
      done(await ifOn(held.ehr, () => outbox.hold({ what: 'insertion', held }, tabId))),
    'outbox.holdUndo': async ({ ehr, insertionId }, tabId) =>
      done(await ifOn(ehr, () => outbox.hold({ what: 'undo', held: { insertionId } }, tabId))),
    async 'outbox.release'({ insertionId }) {
      await outbox.release(insertionId);
      return { ok: true, value: null };
    },
    'outbox.answer': async ({ insertionId, outcome }) =>
      reply(await outbox.answer({ key: { what: 'insertion', insertionId }, outcome })),
    'outbox.answerUndo': async ({ insertionId, outcome }) =>
      reply(await outbox.answer({ key: { what: 'undo', insertionId }, outcome })),
    'outbox.list': async () => ({ ok: true, value: await outbox.list() }),
    async 'outbox.sendAgain'() {
      await outbox.send();
      return { ok: true, value: await outbox.list() };
    },
    async 'outbox.forgetRefused'() {
      await outbox.forgetRefused();
      return { ok: true, value: await outbox.list() };
    },
  } satisfies Group<'outbox'>;
}

function reply<Value>(result: Result<Value, Failure>): WorkerReply<Value> {
  return result.ok ? result : { ok: false, ...result.refusal };
}

function done(result: Result<unknown, Failure>): WorkerReply<null> {
  return result.ok ? { ok: true, value: null } : { ok: false, ...result.refusal };
}
