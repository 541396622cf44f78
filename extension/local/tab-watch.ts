import type { BriefQuery } from '#shared/contracts/procedures.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { BriefState } from '../messages/worker.ts';
import { BADGES, type Badge, badgeOf } from './badge.ts';
import type { Briefs } from './briefs.ts';
import type { PageLimits } from './page-limits/page-limits.ts';
import { createShownBadges, type ShownBadgesDependencies } from './shown-badges.ts';
import { subjectKey } from './subject-key.ts';

/** The tab shows nobody, or nobody yet. */
const NOBODY = Symbol('nobody');

/** What the watch needs. */
export interface TabWatchDependencies extends ShownBadgesDependencies {
  readonly briefs: Briefs;
  readonly limits: Pick<PageLimits, 'asks' | 'isHeld' | 'forget'>;
  /** Whether nothing may be counted; true where that can't be found out. */
  readonly inSafeView: () => Promise<boolean>;
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
  /** Its page shows more, and faster, than anybody looks at: for a while nothing is asked about it. */
  readonly onHeld: (tabId: number) => Promise<void>;
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
  const { briefs, limits, inSafeView } = dependencies;
  const badges = createShownBadges(dependencies);
  const { show } = badges;
  // `nobody` refuses late answers; an absent tab is one that this worker, just woken, never heard of.
  const subjectOfTab = new Map<number, string | typeof NOBODY>();

  async function showNobody(tabId: number, badge: Badge): Promise<void> {
    subjectOfTab.set(tabId, NOBODY);
    await show(tabId, badge, false);
  }

  async function settle(tabId: number, query: BriefQuery, state: BriefState): Promise<void> {
    const safe = await inSafeView();
    const newest = subjectOfTab.get(tabId);
    if (newest !== undefined && newest !== subjectKey(query)) return;
    if (limits.isHeld(tabId)) return show(tabId, BADGES.restless, false);
    await show(tabId, badgeOf(state, safe), state.source === 'live');
    // Switched on meanwhile, with this badge not yet among those that it covered.
    if (!safe && (await inSafeView())) await settle(tabId, query, state);
  }

  async function hear(tabId: number, query: BriefQuery, complete: boolean): Promise<void> {
    const about = subjectKey(query);
    subjectOfTab.set(tabId, about);
    if (!(await limits.asks(tabId, about))) return show(tabId, BADGES.restless, false);
    // Already past: nobody is asked about who was there for a moment.
    if (subjectOfTab.get(tabId) !== about) return;
    const answer = briefs.of(query);
    if (complete) await settle(tabId, query, await answer);
    else await show(tabId, BADGES.unsure, false);
  }

  return {
    async onReading(tabId, reading, complete) {
      const query = onlySubject(reading);
      if (query !== null) return hear(tabId, query, complete);
      if (limits.isHeld(tabId)) return showNobody(tabId, BADGES.restless);
      const isNone = complete && saysNobody(reading);
      await showNobody(tabId, isNone ? BADGES.none : BADGES.unsure);
    },
    onBrief: settle,
    onEhrPageLoading: (tabId) => showNobody(tabId, BADGES.unsure),
    onSilence: (tabId) => showNobody(tabId, BADGES.silent),
    onGivenUp: (tabId) => showNobody(tabId, BADGES.fights),
    onHeld(tabId) {
      // Whom it shows by the time it is calm, its panel says: readings went by unread.
      subjectOfTab.delete(tabId);
      return show(tabId, BADGES.restless, false);
    },
    onNotAllowed: (tabId) => showNobody(tabId, BADGES.notAllowed),
    async onTabClosed(tabId) {
      subjectOfTab.delete(tabId);
      await limits.forget(tabId);
      await badges.forget(tabId);
    },
    onSafeView: badges.onSafeView,
    expire: badges.expire,
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
