import { effect } from '@preact/signals';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { AskWorker } from '../local/ask-worker.ts';
import type { PageToPanel } from '../messages/page.ts';
import type { WorkerReply } from '../messages/worker.ts';
import type { WorkerNotice } from '../messages/worker-notice.ts';
import type { PanelActions } from './actions.ts';
import { createAlertWay } from './alert-way/alert-way.ts';
import { type OwnTab, openPagePort, type PagePort } from './connection/page-port.ts';
import { type CoupleActions, createCoupleActions } from './couple/actions.ts';
import { createDaily, type Daily, type DailyActions } from './daily.ts';
import type { GoalActions } from './goals/actions.ts';
import { createGoalActions } from './goals/goal-actions.ts';
import { createNote, type Note } from './note/note.ts';
import type { Recorder } from './record/recorder.ts';
import { createRecorderOnDemand } from './record/recorder-on-demand.ts';
import { createSendingActions, type SendingActions } from './sending/actions.ts';
import { tellAppointments } from './sending/tell-appointments.ts';
import { hasLeft } from './state/facts.ts';
import { createLooks, type Look } from './state/looks.ts';
import { createPanelStore, type PanelStore } from './state/store.ts';
import { createStructureChecks, type StructureChecks } from './support/structure-checks.ts';
import { copyText } from './update/clipboard.ts';
import { createHabits, type Habits } from './update/habits.ts';
import { createInserter, type Inserter } from './update/inserter.ts';

/** What the panel stands on. */
export interface PanelDependencies {
  readonly ask: AskWorker;
  readonly tabs: OwnTab;
  /** Given to this frame by the content script that made it. */
  readonly nonce: string;
  readonly document: Document;
  readonly now: () => Date;
  readonly newId: () => InsertionId;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly openSettings: () => void;
  readonly zoom: DailyActions['zoom'];
  readonly shortcuts: DailyActions['shortcuts'];
  readonly signal: AbortSignal;
}

/** Puts the parts of the panel together and connects them with page and worker. */
export function startPanel(dependencies: PanelDependencies) {
  const { ask, now } = dependencies;
  const store = createPanelStore({ ask, now });
  const port: { current: PagePort | null } = { current: null };
  const send: PagePort['send'] = (message) => port.current?.send(message) ?? false;
  const alertWay = createAlertWay(ask);
  const verify = () => {
    void alertWay.refresh();
    // A page can turn in ways that its script does not hear of: no answer is renewed unlooked.
    send({ type: 'look' });
    return store.verify();
  };
  const inserter: Inserter = createInserter({
    ask,
    send,
    screen: () => store.screen.peek(),
    verify,
    ownText: (screen) => note.ownText(screen),
    newId: dependencies.newId,
    now,
    setTimeout: dependencies.setTimeout,
  });
  const note = createNote({ ask, send, screen: store.screen, insertion: inserter.insertion });
  const structure = createStructureChecks({ send, setTimeout: dependencies.setTimeout });
  const habits = createHabits(ask);
  const recorder = createRecorderOnDemand({ ask, store, newId: dependencies.newId });
  const couple = createCoupleActions({ ask, screen: store.screen, newId: dependencies.newId });
  const sending = createSendingActions({ ask, screen: store.screen, newId: dependencies.newId });
  tellAppointments(store.screen, sending);
  const goals = createGoalActions({ ask, store, newId: dependencies.newId });
  const daily = createDaily({ ...dependencies, send, facts: store.facts });
  port.current = openPagePort({
    tabs: dependencies.tabs,
    nonce: dependencies.nonce,
    listener: {
      ...store,
      onMessage: (message) => hear({ store, inserter, note, structure, daily }, message),
    },
    setTimeout: dependencies.setTimeout,
    signal: dependencies.signal,
  });
  forgetInsertionWithPage(store, inserter);
  markLooks({ store, daily }, dependencies);
  stopPickingUnseen(note, daily);
  const actions = createActions(dependencies, {
    inserter,
    habits,
    recorder,
    goals,
    couple,
    sending,
    note,
    structure,
    verify,
    daily,
  });
  const { seen } = actions;
  const onNotice = noticing({ store, inserter, habits, daily, verify, alertWay, couple, seen });
  return { store, inserter, habits, recorder, note, actions, daily, alertWay, onNotice };
}

/** What is done when the worker tells all pages of something. */
function noticing({
  store,
  inserter,
  habits,
  daily,
  verify,
  alertWay,
  couple,
  seen,
}: Pick<Parts, 'store' | 'inserter' | 'habits' | 'daily' | 'verify' | 'couple'> & {
  readonly alertWay: ReturnType<typeof createAlertWay>;
  readonly seen: PanelActions['seen'];
}) {
  return (what: WorkerNotice['what']) => {
    // Nobody writes by the habits of the clinician before.
    if (what === 'session' || what === 'settings') void habits.refresh();
    if (what === 'brief') couple.renew();
    // Whoever signs in next has not seen what the one before saw.
    if (what === 'session') seen.told.clear();
    if (what === 'safeView') void daily.refresh().then(verify);
    else if (what === 'alertWay') void alertWay.refresh();
    else if (what !== 'schedule') hearWorker(what, store, inserter);
  };
}

function hearWorker(
  what: Exclude<WorkerNotice['what'], 'safeView' | 'schedule' | 'alertWay'>,
  store: PanelStore,
  inserter: Inserter,
): void {
  // A receipt is for the person who inserted.
  if (what === 'session' || what === 'settings') inserter.onSessionChanged();
  if (what === 'session' || what === 'outbox') void inserter.refreshRegister();
  store.onNotice(what);
}

function hear(
  {
    store,
    inserter,
    note,
    structure,
    daily,
  }: Omit<Parts, 'habits' | 'recorder' | 'goals' | 'couple' | 'sending' | 'verify'>,
  message: PageToPanel,
): void {
  store.onMessage(message);
  daily.onMessage(message);
  if (message.type === 'inserted') inserter.onInserted(message.insertionId, message.outcome);
  if (message.type === 'undone') inserter.onUndone(message.insertionId, message.outcome);
  if (message.type === 'picked') note.picker.onPicked(message);
  if (message.type === 'checked') structure.onChecked(message.report);
}

/** A receipt belongs to the page it was made on. */
function forgetInsertionWithPage(store: PanelStore, inserter: Inserter): void {
  let settled: PageReading | null = null;
  effect(() => {
    const { reading } = store.facts.value;
    if (settled !== null && hasLeft(settled, reading)) {
      settled = null;
      inserter.onPageChanged();
    }
    if (reading?.settled === true) settled = reading;
  });
}

/** What a collapsed or covered panel holds nobody has seen, however visible its frame is. */
function markLooks(
  { store, daily }: Pick<Parts, 'store' | 'daily'>,
  { ask }: PanelDependencies,
): void {
  const looks = createLooks();
  const tell = async (look: Look) => {
    const { client, asOf, responseCounts } = look;
    const told = await ask('look.mark', { clientId: client.clientId, asOf, responseCounts });
    if (!told.ok) looks.missed(look);
  };
  effect(() => {
    const look = looks.due(store.screen.value, daily.isInSight());
    if (look !== null) void tell(look);
  });
}

/** Who can't see the panel can't see how to end the pointing at a field either. */
function stopPickingUnseen(note: Note, { actions, cover }: Daily): void {
  effect(() => {
    if (actions.place.value.mode === 'collapsed' || cover.value.covered) note.picker.stop();
  });
}

interface Parts {
  readonly store: PanelStore;
  readonly inserter: Inserter;
  readonly habits: Habits;
  readonly recorder: Recorder;
  readonly goals: GoalActions;
  readonly couple: CoupleActions;
  readonly sending: SendingActions;
  readonly note: Note;
  readonly structure: StructureChecks;
  /** Looks at the page, and asks the server who this is. */
  readonly verify: () => Promise<void>;
  readonly daily: Daily;
}

function createActions(
  { ask, document, openSettings }: PanelDependencies,
  {
    inserter,
    habits,
    recorder,
    goals,
    couple,
    sending,
    note,
    structure,
    verify,
    daily,
  }: Omit<Parts, 'store'>,
): PanelActions {
  return {
    daily: daily.actions,
    openSettings,
    verify,
    pairing: () => ask('session.pairing', {}),
    startPairing: () => ask('session.startPairing', {}),
    pollPairing: () => ask('session.pollPairing', {}),
    isLocked: () => ask('session.isLocked', {}),
    candidates: ({ subject }) => ask('links.candidates', { subject }),
    link: (query, { client }, nameConfirmed) =>
      ask('links.link', { ...query, clientId: client.clientId, nameConfirmed }),
    unlink: (linkId) => ask('links.unlink', { linkId }),
    acknowledge: (alerts, done) =>
      forEach(alerts, ({ alertId, latestAt }) =>
        ask('alerts.acknowledge', { alertId, ...done, seenLatestAt: latestAt }),
      ),
    seen: { told: new Set(), tell: (alerts) => ask('alerts.seen', { alerts: [...alerts] }) },
    recordPrint: (input) => ask('look.print', input),
    snooze: (alerts) =>
      forEach(alerts, ({ alertId, latestAt }) =>
        ask('alerts.snooze', { alertId, seenLatestAt: latestAt }),
      ),
    keepHabits: habits.keep,
    record: recorder.actions,
    goals,
    couple,
    sending,
    pickField: note.picker.pick,
    chooseField: note.picker.choose,
    stopPicking: note.picker.stop,
    forgetField: note.picker.forget,
    checkStructure: structure.check,
    insert: inserter.insert,
    undo: inserter.undo,
    recordAgain: inserter.recordAgain,
    forgetRefused: inserter.forgetRefused,
    copy: (text) => copyText(text, document),
  };
}

/** Asks for each alert of an entry; the first refusal speaks for all. */
async function forEach<One>(
  alerts: readonly One[],
  askFor: (alert: One) => Promise<WorkerReply<unknown>>,
): Promise<WorkerReply<null>> {
  const replies = await Promise.all(alerts.map(askFor));
  const refused = replies.find((reply) => !reply.ok);
  return refused === undefined || refused.ok ? { ok: true, value: null } : refused;
}
