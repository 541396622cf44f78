import { signal } from '@preact/signals';
import { render } from 'preact';
import type { AskWorker } from '#extension/local/ask-worker.ts';
import { UNAVAILABLE_WORDS } from '#extension/local/failure.ts';
import type { PanelPlace } from '#extension/messages/daily.ts';
import type { PanelActions } from '#extension/panel/actions.ts';
import type { DailyActions } from '#extension/panel/daily.ts';
import { Panel } from '#extension/panel/layout/panel.tsx';
import { NOTHING_IN_NOTE } from '#extension/panel/note/note-state.ts';
import { FIRST_PLACE } from '#extension/panel/place/placement.ts';
import { createRecorder } from '#extension/panel/record/recorder.ts';
import type { CoverState } from '#extension/panel/safe-view/cover.ts';
import type { SettingsActions } from '#extension/panel/settings/actions.ts';
import { SettingsPage } from '#extension/panel/settings/settings-page.tsx';
import type { Screen } from '#extension/panel/state/screen.ts';
import { USUAL_HABITS } from '#extension/panel/update/habits.ts';
import { Candidate } from '#shared/contracts/procedures.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { panelFacts } from '#test/support/panel-scene.ts';
import { OQ45 } from '#test/support/recorded.ts';
import { COUPLE_ACTIONS, COUPLE_COPY_STATES, COUPLE_STATES } from './couple-states.ts';
import { FACTS } from './courses.ts';
import { GOAL_STATES } from './goal-states.ts';
import { MEANWHILE, noteMeanwhile, nowMeanwhile, screenMeanwhile } from './meanwhile.ts';
import { NOTE_STATES, STRUCTURE } from './note-states.ts';
import { RECORD_STATES } from './record-states.ts';
import { SENDING_STATES, sendingActionsOf } from './sending-states.ts';
import { SETTINGS } from './settings.ts';
import { type GalleryState, NOW, STATES } from './states.ts';

const { client } = FACTS.improving;
const candidates = [
  { client, nameAgrees: true, birthDateAgrees: true },
  {
    client: { ...client, clientId: inventedId(3), displayName: 'Jordan Avery-Lund' },
    nameAgrees: false,
    birthDateAgrees: true,
  },
  {
    client: { ...client, clientId: inventedId(4), birthDate: '1971-03-14' },
    nameAgrees: true,
    birthDateAgrees: false,
  },
].map((candidate) => Candidate.parse(candidate));

const nothing = async () => ({ ok: true, value: null }) as const;

const habits = signal(USUAL_HABITS);

/** Alerts that were acknowledged, and those that were put aside, since the page was loaded. */
const closed = signal<readonly string[]>([]);
const aside = signal<readonly string[]>([]);

/** The screen after what was done about its alerts. */
function withAlertsDone(screen: Screen): Screen {
  if (screen.kind !== 'client' || closed.value.length + aside.value.length === 0) return screen;
  const { facts } = screen;
  const snoozed = { by: 'Dr. Sam Okafor', at: facts.asOf };
  const alerts = facts.alerts
    .filter(({ alertId }) => !closed.value.includes(alertId))
    .map((alert) => (aside.value.includes(alert.alertId) ? { ...alert, snoozed } : alert));
  return { ...screen, facts: { ...facts, alerts } };
}

const cover = signal<CoverState>({ view: { on: false }, covered: false, secondsLeft: null });
const place = signal<PanelPlace>(FIRST_PLACE);

/** The panel's place and cover, without a page around it. */
const DAILY: DailyActions = {
  place,
  dock(side) {
    place.value = { ...place.value, mode: 'docked', side };
  },
  float() {
    place.value = { ...place.value, mode: 'floating' };
  },
  collapse: () => undefined,
  open: () => undefined,
  moveTo(x, y) {
    place.value = { ...place.value, x, y };
  },
  settle: () => undefined,
  reveal() {
    cover.value = { ...cover.value, covered: false, secondsLeft: 30 };
  },
  conceal() {
    cover.value = { ...cover.value, covered: true, secondsLeft: null };
  },
  async setSafeView(on) {
    const view = on ? ({ on, because: 'byHand' } as const) : ({ on } as const);
    cover.value = { view, covered: on, secondsLeft: null };
  },
  zoom: async () => 1,
  shortcuts: async () => [
    { what: 'Open or collapse the panel', keys: 'Alt+Shift+K' },
    { what: 'Go to the next alert', keys: '' },
  ],
};

/** Actions that answer at once and do nothing. */
const ACTIONS: Omit<PanelActions, 'record'> = {
  daily: DAILY,
  openSettings: () => undefined,
  verify: async () => undefined,
  pairing: nothing,
  isLocked: async () => ({ ok: true, value: false }),
  startPairing: async () => ({
    ok: true,
    value: {
      userCode: 'WXKJ-4821',
      verificationUrl: 'https://throughline.practice.example/device',
      expiresAt: '2026-11-21T01:28:00.000Z' as never,
    },
  }),
  pollPairing: async () => ({ ok: true, value: 'pending' }),
  candidates: async () => ({ ok: true, value: candidates }),
  link: nothing,
  unlink: nothing,
  async acknowledge(alerts) {
    closed.value = [...closed.value, ...alerts.map(({ alertId }) => alertId)];
    return { ok: true, value: null };
  },
  seen: { told: new Set(), tell: nothing },
  async snooze(alerts) {
    aside.value = [...aside.value, ...alerts.map(({ alertId }) => alertId)];
    return { ok: true, value: null };
  },
  recordPrint: nothing,
  sending: sendingActionsOf(SENDING_STATES['usual'] ?? null),
  keepHabits(chosen) {
    habits.value = chosen;
  },
  goals: {
    draft: signal(null),
    owner: () => ({ clientId: client.clientId, staffId: null }),
    newId: () => inventedId(801),
    put: nothing,
    rate: nothing,
    close: nothing,
    closeTopic: nothing,
  },
  couple: COUPLE_ACTIONS,
  pickField: () => undefined,
  stopPicking: () => undefined,
  chooseField: () => undefined,
  forgetField: () => undefined,
  checkStructure: async () => STRUCTURE,
  insert: async () => undefined,
  undo: async () => undefined,
  recordAgain: async () => undefined,
  forgetRefused: async () => undefined,
  async copy(text) {
    const copies = state?.copies ?? true;
    if (copies) MEANWHILE.copied.push(text);
    return copies;
  },
};

const SETTINGS_ACTIONS: Omit<SettingsActions, 'facts'> = {
  refresh: async () => undefined,
  setBackend: async () => null,
  allowAccess: async () => null,
  choose: async () => undefined,
  isLocked: ACTIONS.isLocked,
  pairing: ACTIONS.pairing,
  startPairing: ACTIONS.startPairing,
  pollPairing: ACTIONS.pollPairing,
  signOut: async () => undefined,
  shortcuts: DAILY.shortcuts,
};

/** The record of whoever is on screen, filled in as the state says. */
function recorderOf({ screen, fillIn, handMeasures = [OQ45], unreachable }: GalleryState) {
  let number = 900;
  const recorder = createRecorder({
    ask: (async (call: string) => {
      if (call === 'handTotals.measures') return { ok: true, value: handMeasures };
      return unreachable === true
        ? { ok: false, reason: 'unreachable', message: UNAVAILABLE_WORDS.unreachable }
        : { ok: true, value: null };
    }) as AskWorker,
    store: {
      facts: signal(panelFacts({ verdict: 'certain', brief: FACTS.improving })),
      screen: signal(screen),
    },
    newId() {
      number += 1;
      return inventedId(number);
    },
  });
  fillIn?.(recorder.actions);
  return recorder;
}

const name = decodeURIComponent(location.hash.slice(1));
const state =
  STATES[name] ??
  COUPLE_STATES[name] ??
  COUPLE_COPY_STATES[name] ??
  GOAL_STATES[name] ??
  RECORD_STATES[name] ??
  NOTE_STATES[name];
const recorder = state === undefined ? null : recorderOf(state);

if (state?.goalDraft !== undefined) ACTIONS.goals.draft.value = state.goalDraft;
if (state?.safeView !== undefined) cover.value = state.safeView;
if (state?.floating === true) DAILY.float();

/** The view of the state that the address names. */
function Shown() {
  if (state === undefined || recorder === null) {
    const facts = signal(SETTINGS[name] ?? null);
    return <SettingsPage actions={{ ...SETTINGS_ACTIONS, facts }} />;
  }
  return (
    <Panel
      screen={withAlertsDone(screenMeanwhile(state.screen))}
      record={recorder.state.value}
      insertion={state.insertion ?? { phase: 'none' }}
      habits={habits.value}
      note={noteMeanwhile(state.note ?? NOTHING_IN_NOTE)}
      unrecorded={state.unrecorded ?? 0}
      entries={[]}
      refused={state.refused ?? 0}
      practice={null}
      now={nowMeanwhile(NOW)}
      cover={cover.value}
      alertWay={state.alertWay ?? null}
      blank={state.blank ?? false}
      actions={{ ...ACTIONS, record: recorder.actions }}
    />
  );
}

Object.assign(globalThis, { meanwhile: MEANWHILE });
const root = document.getElementById('panel');
if (root !== null) render(<Shown />, root);
