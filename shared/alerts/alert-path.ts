import type { Instant } from '../contracts/calendar.ts';
import type { AlertPath } from '../contracts/live.ts';

/** How long the part that sends messages may not have gone round, in milliseconds. */
const SILENT_AFTER_MS = 120_000;

/**
 * How long no round for risk answers on unsent forms may have gone well, in milliseconds. One begins ten
 * minutes after the last has ended, so 25 minutes are two rounds, one of which failed, and what they take.
 */
const UNSENT_RISK_SILENT_AFTER_MS = 25 * 60_000;

/** What is known of the way from an alert to a person, at one moment. */
export interface PathFacts {
  readonly now: Instant;
  /** Whether the server can send mails or texts, and somebody of the practice gave an address for it. */
  readonly canTellSomebody: boolean;
  /** Messages that are due for longer than they should be, and no try of them has ended. */
  readonly overdue: number;
  /** Messages that were not taken, or that the server has no way for; they will be tried again. */
  readonly failing: number;
  /** Messages that were given up. */
  readonly dead: number;
  /** When the first of these three kinds was written; null where there is none. */
  readonly since: Instant | null;
  /** When the part that sends last went round; null when it never did. */
  readonly beatAt: Instant | null;
  /** When risk answers on unsent forms were last told without a failure; null when they never were. */
  readonly unsentRiskBeatAt: Instant | null;
}

/**
 * How it stands with the way from an alert to a person, the worst first: nobody can be told, messages
 * are refused, or nobody writes or sends them. It never says that somebody was told, only that nothing is known
 * to be in the way.
 */
export function alertPathOf(facts: PathFacts): AlertPath {
  const { now: checkedAt, dead: deadLetters, since } = facts;
  const told = { checkedAt, deadLetters };
  if (!facts.canTellSomebody) return { ...told, state: 'unset', since: null };
  if (facts.failing > 0 || deadLetters > 0) return { ...told, state: 'failing', since };
  const silentSince = silenceOf(facts);
  if (facts.overdue === 0 && silentSince === null) return { ...told, state: 'works', since: null };
  return { ...told, state: 'late', since: since ?? silentSince };
}

/**
 * Since when a part that goes round is silent, the longest; null while both do. Each goes round as the
 * server starts, so one that never did is late from now on.
 */
function silenceOf({ now, beatAt, unsentRiskBeatAt }: PathFacts): Instant | null {
  const silent = [
    ...silentFrom(beatAt, { now, afterMs: SILENT_AFTER_MS }),
    ...silentFrom(unsentRiskBeatAt, { now, afterMs: UNSENT_RISK_SILENT_AFTER_MS }),
  ];
  return silent.toSorted()[0] ?? null;
}

/** The last beat, or now for none, where it is longer ago than it may be; empty else. */
function silentFrom(
  beatAt: Instant | null,
  { now, afterMs }: { readonly now: Instant; readonly afterMs: number },
): readonly Instant[] {
  const heard = beatAt === null ? 0 : Date.parse(beatAt);
  return Date.parse(now) - heard <= afterMs ? [] : [beatAt ?? now];
}
