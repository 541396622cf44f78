import type { Instant } from '../contracts/calendar.ts';
import type { AlertPath } from '../contracts/live.ts';

/** How long the part that sends messages may not have gone round, in milliseconds. */
const SILENT_AFTER_MS = 120_000;

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
}

/**
 * How it stands with the way from an alert to a person, the worst first: nobody can be told, messages
 * are refused, or nobody sends them. It never says that somebody was told, only that nothing is known
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

/** Since when the part that sends is silent; null while it goes round. */
function silenceOf({ now, beatAt }: PathFacts): Instant | null {
  const heard = beatAt === null ? 0 : Date.parse(beatAt);
  if (Date.parse(now) - heard <= SILENT_AFTER_MS) return null;
  return beatAt ?? now;
}
