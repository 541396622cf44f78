import type { TimeZone } from '#shared/contracts/calendar.ts';
import { timeInWords } from '#shared/words/moments.ts';
import type { Freshness } from '../state/freshness.ts';
import { agoInWords } from '../words/ages.ts';

/**
 * What may be said when no alert is open, but for those put aside, which are open still. That there
 * is none is said only of a live answer; what is not verified is never said to be empty. `aside` is
 * how many of which tier were put aside, `1 urgent, 2 for review`; empty when none was.
 */
export function noneOpenInWords(
  freshness: Freshness,
  now: Date,
  timeZone: TimeZone,
  aside: string,
): string {
  if (freshness.is === 'live') {
    const none = aside === '' ? 'None open' : `None open but what was put aside (${aside})`;
    return `${none}. Verified ${agoInWords(freshness.verifiedAt, now)}.`;
  }
  return `Alerts can’t be verified now. They were last verified at ${timeInWords(freshness.verifiedAt, timeZone)}.`;
}

/** The line at the panel's foot. */
export function alertsVerifiedInWords(freshness: Freshness | null, now: Date): string {
  if (freshness === null) return 'No claim about alerts';
  return freshness.is === 'live'
    ? `Alerts verified ${agoInWords(freshness.verifiedAt, now)}`
    : 'Alerts can’t be verified';
}
