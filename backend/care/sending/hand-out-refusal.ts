import type { CareRepositories } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { mayHandOut, pauseAt } from '#shared/plans/pauses.ts';
import { timeZoneOf } from '../signed.ts';

/** Why nothing is handed out to a client, by whatever way. */
export type HandOutRefusal = 'clientNotInCare' | 'sendingPaused';

/**
 * Whether something may be handed out to a client now; null when so. Call while holding the client, with
 * a moment after that: a pause that was set meanwhile counts.
 */
export async function handOutRefusal(
  care: CareRepositories,
  clientId: ClientId,
  now: Instant,
): Promise<HandOutRefusal | null> {
  if (!(await care.clients.isInCare(clientId))) return 'clientNotInCare';
  const pause = pauseAt(await care.pauses.of(clientId), now, await timeZoneOf(care));
  return mayHandOut(pause) ? null : 'sendingPaused';
}
