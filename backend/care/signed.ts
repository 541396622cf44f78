import type { CareRepositories } from '#backend/store/store.ts';
import { dateInZone, type Instant, type TimeZone } from '#shared/contracts/calendar.ts';
import type { Signed } from './practice-care.ts';

/** The time zone of the practice, by which its days are told. */
export async function timeZoneOf(care: CareRepositories): Promise<TimeZone> {
  const practice = await care.practice.read();
  if (practice === null) throw new Error('A caller belongs to a practice that is not there.');
  return practice.timeZone;
}

/** Who did something, and on which of the practice's days. */
export function signedOn(
  { by, at }: { readonly by: string; readonly at: Instant },
  timeZone: TimeZone,
): Signed {
  return { by, on: dateInZone(at, timeZone) };
}
