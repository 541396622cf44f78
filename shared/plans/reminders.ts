import { addDays, dateInZone, type Instant, type TimeZone } from '../contracts/calendar.ts';
import type { PlanTerms } from '../contracts/plan.ts';
import { atHour } from './local-hour.ts';
import { nightEnds } from './night.ts';
import { pauseAt, type SetPause } from './pauses.ts';

/** Something that a plan has sent and that is not answered yet. */
export interface UnansweredSending {
  /** When the client was written to; null while the message has not gone out. */
  readonly sentAt: Instant | null;
  readonly expiresAt: Instant;
  /** Of the version of the plan that sent it. */
  readonly terms: Pick<PlanTerms, 'reminderDays' | 'hour'>;
  /** When the client was last reminded of it; null for never. */
  readonly remindedAt: Instant | null;
}

/**
 * Whether a client is to be reminded now. Of several reminders that a server slept through, one is
 * written, and none at night; one whose hour lay in a pause is left out; nobody is reminded of what was
 * never sent.
 */
export function reminderIsDue(
  { sentAt, expiresAt, terms, remindedAt }: UnansweredSending,
  {
    asOf,
    timeZone,
    pauses,
  }: {
    readonly asOf: Instant;
    readonly timeZone: TimeZone;
    readonly pauses: readonly SetPause[];
  },
): boolean {
  if (sentAt === null || asOf >= expiresAt) return false;
  if (pauseAt(pauses, asOf, timeZone) !== null) return false;
  if (nightEnds(asOf, timeZone) !== null) return false;
  const sentOn = dateInZone(sentAt, timeZone);
  const moments = terms.reminderDays.map((days) =>
    atHour(addDays(sentOn, days), terms.hour, timeZone),
  );
  const latest = moments.findLast((moment) => moment <= asOf);
  if (latest === undefined || pauseAt(pauses, latest, timeZone) !== null) return false;
  return remindedAt === null || remindedAt < latest;
}
