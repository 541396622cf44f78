import { dateInZone, type Instant, type TimeZone } from '#shared/contracts/calendar.ts';
import { momentSeenFrom } from '#shared/words/moments.ts';

/** By which moment a page was read, and where. */
export interface When {
  readonly asOf: Instant;
  readonly timeZone: TimeZone;
}

/** A moment in the practice's time, as seen from the day on which the page was read. */
export function momentOf(moment: Instant, { asOf, timeZone }: When): string {
  return momentSeenFrom(moment, timeZone, dateInZone(asOf, timeZone));
}
