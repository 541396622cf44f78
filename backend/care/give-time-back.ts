import type { CareRepositories } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';

const DAY_MS = 86_400_000;

/**
 * Gives a client, whose care goes on, the time back in which it had ended: what could be answered when it
 * ended is due, and its links end, so many days later. Nobody could answer meanwhile, so it counts for no
 * missed check-in. Begun days are whole ones: nobody has less time than before. What had run out by then
 * stays as it was. Call while holding the client and what was not sent; `now` is the moment of it.
 */
export async function giveTimeBack(
  care: CareRepositories,
  clientId: ClientId,
  now: Instant,
): Promise<void> {
  const ended = (await care.audit.lastOf('client.careEnded', [clientId])).get(clientId);
  const practice = await care.practice.read();
  if (ended === undefined || practice === null) return;
  const days = Math.ceil((Date.parse(now) - Date.parse(ended)) / DAY_MS);
  if (days < 1) return;
  const { timeZone } = practice;
  const postponement = { openAt: ended, days, timeZone };
  for (const administrationId of await care.administrations.postpone(clientId, postponement)) {
    await care.portalLinks.postpone(administrationId, postponement);
    await care.audit.append({
      action: 'administration.postponed',
      clientId,
      subject: { administrationId, days },
    });
  }
}
