import type { Administration } from '#backend/store/administrations.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { addDays, dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import type { ClientCare, FinishedCheckIn, OpenCheckIn } from './client-care.ts';
import type { CareDeps } from './deps.ts';
import { type VisitedLink, visitedLink } from './visited-link.ts';

/**
 * How long the thank-you page can be read again, in milliseconds. After that a finished link looks
 * like one that never was.
 */
const THANKS_FOR = 60 * 60 * 1000;

/**
 * The measure behind a link, as it stands now. Records the look and changes nothing else, so a mail
 * scanner may follow it.
 */
export function visitCheckIn(deps: CareDeps): ClientCare['visit'] {
  return async (link) => {
    const visited = await visitedLink(deps, link, recordRead);
    if (visited === null) return refuse('notOpen');
    const { administration, scope } = visited;
    const { administrationId, completedAt } = administration;
    if (completedAt === null) return ok(openCheckIn(visited));
    if (Date.parse(scope.now) - Date.parse(completedAt) > THANKS_FOR) return refuse('notOpen');
    const response = await deps.store.inPractice(scope, (care) =>
      care.responses.ofAdministration(administrationId),
    );
    return response === null ? refuse('notOpen') : ok(finishedCheckIn(response));
  };
}

/** Saved answers are handed to whoever holds the link: that is a look like any other. */
async function recordRead(
  care: CareRepositories,
  { administrationId, clientId }: Administration,
): Promise<void> {
  await care.audit.append({ action: 'checkIn.read', clientId, subject: { administrationId } });
}

/** What the client has in hand. */
export function openCheckIn({
  administration,
  measure,
  answers,
  timeZone,
}: VisitedLink): OpenCheckIn {
  return {
    state: 'open',
    instrument: measure,
    begun: administration.openedAt !== null,
    answers,
    opensUntil: lastDayBefore(administration.expiresAt, timeZone),
  };
}

/** What is left to say after the answers were sent. */
export function finishedCheckIn({ submittedAt, score }: ScoredResponse): FinishedCheckIn {
  const support = score.safety.some(({ kind, positive }) => kind === 'suicidality' && positive);
  return { state: 'finished', finishedAt: submittedAt, support };
}

/** The last whole day before a moment: what a person may rely on. */
function lastDayBefore(moment: Instant, timeZone: string) {
  return addDays(dateInZone(moment, timeZone), -1);
}
