import { type ReadonlySignal, signal } from '@preact/signals';
import type { WhoAmI } from '#shared/contracts/procedures.ts';
import type { AskWorker } from '../local/ask-worker.ts';
import { type Trouble, troubleOf } from '../local/badge.ts';
import type { CaseloadLook, SafeView, ScheduleLook } from '../messages/daily.ts';
import type { AlertWay } from '../messages/live.ts';
import type { ServerSettings, WorkerReply } from '../messages/worker.ts';
import type { WorkerNotice } from '../messages/worker-notice.ts';

/** What the popup knows; nothing of it outlives the popup. */
export interface PopupFacts {
  readonly now: Date;
  /** Null until the worker has said it. */
  readonly settings: ServerSettings | null;
  readonly person: WorkerReply<WhoAmI> | null;
  readonly safeView: SafeView;
  /** Why nothing is verified in the tab that the popup is opened over; null where nothing is wrong. */
  readonly trouble: Trouble | null;
  /** Milliseconds since the epoch until which a reveal lasts; null while there is none. */
  readonly revealedUntil: number | null;
  readonly caseload: WorkerReply<CaseloadLook> | null;
  /** Whether what happens would be heard of; null while it is not known. */
  readonly alertWay: AlertWay | null;
  /** Of the calendar in the tab that the popup is opened over; its value is null where none is. */
  readonly schedule: WorkerReply<ScheduleLook | null> | null;
}

/** The popup's facts, and what changes them. */
export interface PopupStore {
  readonly facts: ReadonlySignal<PopupFacts>;
  readonly load: () => Promise<void>;
  readonly tick: () => void;
  readonly setSafeView: (on: boolean) => Promise<void>;
  readonly reveal: () => Promise<void>;
  readonly onNotice: (what: WorkerNotice['what']) => void;
}

/** What it needs. */
export interface PopupDependencies {
  readonly ask: AskWorker;
  readonly now: () => Date;
  /** The tab in front; null when there is none. */
  readonly activeTab: () => Promise<number | null>;
  /** What the badge of a tab says. */
  readonly badgeTitle: (tabId: number) => Promise<string>;
}

/** Seconds for which a reveal lasts. */
export const REVEALED_SECONDS = 30;

const NOTHING_KNOWN: Omit<PopupFacts, 'now'> = {
  settings: null,
  person: null,
  safeView: { on: true, because: 'unknown' },
  trouble: null,
  revealedUntil: null,
  caseload: null,
  alertWay: null,
  schedule: null,
};

/**
 * Builds the store. In safe view nobody's record is looked at before it is to be shown: a look that
 * nobody has would stand in the log.
 */
export function createPopupStore({
  ask,
  now,
  activeTab,
  badgeTitle,
}: PopupDependencies): PopupStore {
  const facts = signal<PopupFacts>({ ...NOTHING_KNOWN, now: now() });
  const change = (part: Partial<PopupFacts>) => {
    facts.value = { ...facts.peek(), ...part, now: now() };
  };

  async function look(): Promise<void> {
    const [caseload] = await Promise.all([ask('caseload.list', {}), lookAtSchedule()]);
    change({ caseload });
  }

  async function lookAtSchedule(): Promise<void> {
    const tabId = await activeTab();
    change({ schedule: tabId === null ? null : await ask('schedule.ofTab', { tabId }) });
  }

  /** About no client: said in safe view too. */
  const lookAtAlertWay = async () => change({ alertWay: await alertWayBy(ask) });

  async function load(): Promise<void> {
    // About no client, and needs no server: said before anything else, and whoever is signed in.
    const tabId = await activeTab();
    change({ trouble: tabId === null ? null : troubleOf(await badgeTitle(tabId)) });
    const [settings, person, safeView] = await Promise.all([
      ask('settings.get', {}),
      ask('session.whoAmI', {}),
      ask('safeView.get', {}),
      lookAtAlertWay(),
    ]);
    change({
      settings: settings.ok ? settings.value : null,
      person,
      safeView: safeView.ok ? safeView.value : NOTHING_KNOWN.safeView,
    });
    if (!isClinician(facts.peek())) change({ caseload: null, schedule: null });
    else if (maySee(facts.peek())) await look();
  }

  function onNotice(what: WorkerNotice['what']): void {
    if (what === 'session' || what === 'settings') change({ caseload: null, schedule: null });
    // A calendar can change as fast as its page likes: the caseload is not looked at for that.
    if (what === 'schedule') void (maySee(facts.peek()) && lookAtSchedule());
    else if (what === 'alertWay') void lookAtAlertWay();
    else if (what !== 'outbox') void load();
  }

  return {
    facts,
    load,
    tick: () => change({}),
    async setSafeView(on) {
      const reply = await ask('safeView.set', { on });
      if (reply.ok) change({ safeView: reply.value, revealedUntil: null });
      await load();
    },
    async reveal() {
      change({ revealedUntil: now().getTime() + REVEALED_SECONDS * 1000 });
      await look();
    },
    onNotice,
  };
}

/** Null where the worker does not say. */
async function alertWayBy(ask: AskWorker): Promise<AlertWay | null> {
  const reply = await ask('alertWay.get', {});
  return reply.ok ? reply.value : null;
}

function isClinician({ person }: PopupFacts): boolean {
  return person?.ok === true && person.value.role === 'clinician';
}

function maySee(facts: PopupFacts): boolean {
  return isClinician(facts) && !isCovered(facts);
}

/** True while nothing about anybody may be drawn. */
export function isCovered({ safeView, revealedUntil, now }: PopupFacts): boolean {
  return safeView.on && (revealedUntil === null || now.getTime() >= revealedUntil);
}
