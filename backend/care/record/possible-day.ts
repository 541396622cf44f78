import type { CareRepositories } from '#backend/store/store.ts';
import { type CalendarDate, dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';

/** Whether something can have happened to a client on a day: since birth, and until the practice's today. */
export async function isPossibleDay(
  care: CareRepositories,
  { clientId, on, now }: { clientId: ClientId; on: CalendarDate; now: Instant },
): Promise<boolean> {
  const client = await care.clients.find(clientId);
  const practice = await care.practice.read();
  if (client === null || practice === null) throw new Error('A client belongs to a practice.');
  return on >= client.birthDate && on <= dateInZone(now, practice.timeZone);
}
