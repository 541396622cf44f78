import type { CareRepositories } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { afterAll } from './moment.ts';

/**
 * The moment of a submission: read while the client is held, not when the request came, since a
 * look may have been marked while it waited. It lies after the newest look, so that "since you last
 * looked" misses none; after the submission before, so that the order of submissions is that of their
 * commits; and after the settings and the course of care that it is judged by were stated.
 */
export async function submissionMoment(
  { looks, responses, ownResponses, episodes, ruleSettings }: CareRepositories,
  now: Instant,
  clientId: ClientId,
): Promise<Instant> {
  return afterAll(now, [
    await looks.newestOf(clientId),
    await responses.newestOf(clientId),
    await ownResponses.newestOf(clientId),
    (await episodes.courseOf(clientId)).changedAt,
    (await ruleSettings.inForce()).from,
  ]);
}
