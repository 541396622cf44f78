import { acknowledgedBefore } from '#shared/alerts/reopened.ts';
import type { Alert, AlertSeen } from '#shared/contracts/alert.ts';
import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { momentSeenFrom } from '#shared/words/moments.ts';

type When = Pick<Brief, 'timeZone' | 'asOfDate'>;

/**
 * What people have done about an open alert so far, a line each: that it was answered before and its
 * evidence went on, and who had it on the screen.
 */
export function lifecycleInWords(
  alert: Alert,
  { alerts }: Pick<BriefFacts, 'alerts'>,
  when: When,
): readonly string[] {
  const before = acknowledgedBefore(alert, alerts);
  const reopened =
    before === null
      ? []
      : [`Open again. Acknowledged ${momentOf(before.at, when)} by ${before.by}: ${before.words}.`];
  return [...reopened, ...(alert.seen === undefined ? [] : [seenInWords(alert, alert.seen, when)])];
}

/** Whoever saw the newest evidence stands for all; else whoever came last, and that it is older. */
function seenInWords({ latestAt }: Alert, seen: readonly AlertSeen[], when: When): string {
  const current = seen.find((one) => one.latestAt === latestAt);
  if (current !== undefined) return `Seen by ${current.by}, ${momentOf(current.at, when)}.`;
  const last = seen.at(-1);
  if (last === undefined) return 'Not seen by anybody before.';
  return `Seen by ${last.by}, ${momentOf(last.at, when)}: before the newest evidence.`;
}

function momentOf(at: Instant, { timeZone, asOfDate }: When): string {
  return momentSeenFrom(at, timeZone, asOfDate);
}
