import { addDays, dateInZone, type Instant, type TimeZone } from '../contracts/calendar.ts';
import { atHour } from './local-hour.ts';

/** The hours of the practice's day between which a client is written to. Plans can have no others. Our choice. */
const MORNING = 7;
const EVENING = 21;

/** When the night is over that a moment lies in, by the practice's clock; null by day. */
export function nightEnds(moment: Instant, timeZone: TimeZone): Instant | null {
  const day = dateInZone(moment, timeZone);
  const morning = atHour(day, MORNING, timeZone);
  if (moment < morning) return morning;
  if (moment < atHour(day, EVENING, timeZone)) return null;
  return atHour(addDays(day, 1), MORNING, timeZone);
}
