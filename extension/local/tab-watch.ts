import * as z from 'zod/mini';
import { Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { BriefState } from '../messages/worker.ts';
import { BADGES, type Badge, badgeOf } from './badge.ts';
import type { Briefs } from './briefs.ts';
import { createInTurn } from './in-turn.ts';
import { createSlot, type StorageArea } from './slot.ts';
import { subjectKey } from './subject-key.ts';

/** Milliseconds after which a badge that nobody confirmed no longer stands. */
export const BADGE_HOLDS_MS = 90_000;

/** The tab shows nobody, or nobody yet. */
const NOBODY = Symbol('nobody');

/** When each tab's badge was last confirmed, by tab id. Says nothing of whom it is about. */
const Confirmed = z.record(z.string(), Instant);
type Entries = Map<string, Instant>;

/** What the watch needs. */
export interface TabWatchDependencies {
  /** `storage.session`: the worker's memory is gone after seconds without work. */
  readonly area: StorageArea;
  readonly briefs: Briefs;
  readonly now: () => Date;
  /** Whether nothing may be counted; true where that can't be found out. */
  readonly inSafeView: () => Promise<boolean>;
  readonly showBadge: (tabId: number, badge: Badge) => Promise<void>;
}

/** Keeps each tab's badge honest. */
export interface TabWatch {
  /**
   * The content script read the page: fetch early, so that the panel need not wait. While the page is
   * not `complete` its badge says "can't verify", whatever the answer is.
   */
  readonly onReading: (tabId: number, reading: PageReading, complete: boolean) => Promise<void>;
  /** A panel got this answer. */
  readonly onBrief: (tabId: number, query: BriefQuery, state: BriefState) => Promise<void>;
  /** An EHR page began to load: until its content script speaks, nothing is known of it. */
  readonly onEhrPageLoading: (tabId: number) => Promise<void>;
  /** An EHR page loaded, and our script in it said nothing. */
  readonly onSilence: (tabId: number) => Promise<void>;
  /** Its page fought the panel, which is gone. */
  readonly onGivenUp: (tabId: number) => Promise<void>;
  /** The practice does not allow its EHR: nothing is asked about it. */
  readonly onNotAllowed: (tabId: number) => Promise<void>;
  readonly onTabClosed: (tabId: number) => Promise<void>;
  /** The safe view was switched on or off: no badge of before stands. */
  readonly onSafeView: (on: boolean) => Promise<void>;
  /** Takes back badges that nobody confirmed for {@link BADGE_HOLDS_MS}. */
  readonly expire: () => Promise<void>;
}

/** Builds the watch. Only the newest subject of a tab may set its badge. */
export function createTabWatch(dependencies: TabWatchDependencies): TabWatch {
  const { briefs, now, inSafeView, showBadge } = dependencies;
  const { change, heldTabs } = createConfirmedTimes(dependencies.area);
  // `nobody` refuses late answers; an absent tab is one that this worker, just woken, never heard of.
  const subjectOfTab = new Map<number, string | typeof NOBODY>();

  async function show(tabId: number, badge: Badge, holds: boolean): Promise<void> {
    await showBadge(tabId, badge);
    await change((entries) => {
      if (holds) entries.set(String(tabId), instantOf(now()));
      else entries.delete(String(tabId));
    });
  }

  async function showNobody(tabId: number, badge: Badge): Promise<void> {
    subjectOfTab.set(tabId, NOBODY);
    await show(tabId, badge, false);
  }

  async function settle(tabId: number, query: BriefQuery, state: BriefState): Promise<void> {
    const safe = await inSafeView();
    const newest = subjectOfTab.get(tabId);
    if (newest !== undefined && newest !== subjectKey(query)) return;
    await show(tabId, badgeOf(state, safe), state.source === 'live');
    // Switched on meanwhile, with this badge not yet among those that it covered.
    if (!safe && (await inSafeView())) await settle(tabId, query, state);
  }

  return {
    async onReading(tabId, reading, complete) {
      const query = onlySubject(reading);
      if (query === null) {
        const isNone = complete && saysNobody(reading);
        return showNobody(tabId, isNone ? BADGES.none : BADGES.unsure);
      }
      subjectOfTab.set(tabId, subjectKey(query));
      const answer = briefs.of(query);
      if (complete) await settle(tabId, query, await answer);
      else await show(tabId, BADGES.unsure, false);
    },
    onBrief: settle,
    onEhrPageLoading: (tabId) => showNobody(tabId, BADGES.unsure),
    onSilence: (tabId) => showNobody(tabId, BADGES.silent),
    onGivenUp: (tabId) => showNobody(tabId, BADGES.fights),
    onNotAllowed: (tabId) => showNobody(tabId, BADGES.notAllowed),
    async onTabClosed(tabId) {
      subjectOfTab.delete(tabId);
      await change((entries) => entries.delete(String(tabId)));
    },
    async onSafeView(on) {
      const badge = on ? BADGES.safe : BADGES.unsure;
      await Promise.all((await heldTabs()).map(([tabId]) => showBadge(tabId, badge)));
    },
    async expire() {
      const oldest = now().getTime() - BADGE_HOLDS_MS;
      const over = (await heldTabs()).filter(([, at]) => Date.parse(at) < oldest);
      await Promise.all(over.map(([tabId]) => show(tabId, BADGES.unsure, false)));
    },
  };
}

/** Remembers which badges stand, and since when. */
function createConfirmedTimes(area: StorageArea) {
  const confirmed = createSlot(area, 'badgesConfirmed', Confirmed);
  const inTurn = createInTurn();
  const read = async (): Promise<Entries> =>
    new Map(Object.entries((await confirmed.read()) ?? {}));
  return {
    change: (edit: (entries: Entries) => void): Promise<void> =>
      inTurn(async () => {
        const entries = await read();
        edit(entries);
        await confirmed.write(Object.fromEntries(entries));
      }),
    heldTabs: async () => [...(await read())].map(([tabId, at]) => [Number(tabId), at] as const),
  };
}

/** The subject of a settled page about exactly one person; null otherwise. */
export function onlySubject(reading: PageReading): BriefQuery | null {
  const [subject, ...others] = reading.subjects;
  if (!reading.settled || subject === undefined || others.length > 0) return null;
  return { ehr: reading.ehr, subject };
}

/** True when the page surely is about nobody: a list, a calendar, the sign-in. */
function saysNobody({ settled, subjects, kind }: PageReading): boolean {
  return settled && subjects.length === 0 && kind !== 'unknown';
}
