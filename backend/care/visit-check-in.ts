import type { Administration } from '#backend/store/administrations.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import {
  addDays,
  type CalendarDate,
  dateInZone,
  type Instant,
} from '#shared/contracts/calendar.ts';
import type { OwnFormResponse } from '#shared/contracts/own-answers.ts';
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
 * What stands behind a link, as it is now. Records the look and changes nothing else, so a mail
 * scanner may follow it.
 */
export function visitCheckIn(deps: CareDeps): ClientCare['visit'] {
  return async (link) => {
    const visited = await visitedLink(deps, link, recordRead);
    if (visited === null) return refuse('notOpen');
    const { administration, scope } = visited;
    const { administrationId, completedAt } = administration;
    if (completedAt === null) return ok(openCheckIn(visited));
    if (isOver(visited)) return refuse('notOpen');
    const { next } = visited;
    // Whoever comes back hours later comes for the next one, and reads nothing of the last.
    if (isRead(visited))
      return ok({ state: 'finished', finishedAt: completedAt, support: false, next });
    const finished = await deps.store.inPractice(scope, async (care) => {
      if (visited.kind === 'form') {
        const response = await care.ownResponses.ofAdministration(administrationId);
        return response === null ? null : finishedForm(response, next);
      }
      const response = await care.responses.ofAdministration(administrationId);
      return response === null ? null : finishedCheckIn(response, next);
    });
    return finished === null ? refuse('notOpen') : ok(finished);
  };
}

/** Whether all answers were sent, and so long ago that the link leads nowhere. */
export function isOver(visited: VisitedLink): boolean {
  return visited.next === null && isRead(visited);
}

/** Whether the answers were sent so long ago that nothing more is said of them. */
function isRead({ administration, scope }: VisitedLink): boolean {
  const { completedAt } = administration;
  return completedAt !== null && Date.parse(scope.now) - Date.parse(completedAt) > THANKS_FOR;
}

/** Saved answers are handed to whoever holds the link: that is a look like any other. */
async function recordRead(
  care: CareRepositories,
  { administrationId, clientId }: Administration,
): Promise<void> {
  await care.audit.append({ action: 'checkIn.read', clientId, subject: { administrationId } });
}

/** What the client has in hand. */
export function openCheckIn(visited: VisitedLink): OpenCheckIn {
  const { administration, timeZone } = visited;
  const inHand = {
    state: 'open',
    place: visited.place,
    of: visited.of,
    begun: administration.openedAt !== null,
    opensUntil: lastDayBefore(administration.expiresAt, timeZone),
  } as const;
  return visited.kind === 'form'
    ? { ...inHand, kind: 'form', form: visited.form, answers: visited.answers }
    : { ...inHand, kind: 'measure', instrument: visited.measure, answers: visited.answers };
}

/** What is left to say after the answers were sent; `next` as the link's visit found it. */
export function finishedCheckIn(
  { submittedAt, score }: ScoredResponse,
  next: FinishedCheckIn['next'],
): FinishedCheckIn {
  const support = score.safety.some(({ kind, positive }) => kind === 'suicidality' && positive);
  return { state: 'finished', finishedAt: submittedAt, support, next };
}

/** The same after an own form. No rule reads it, so nothing in it calls for support. */
export function finishedForm(
  { submittedAt }: OwnFormResponse,
  next: FinishedCheckIn['next'],
): FinishedCheckIn {
  return { state: 'finished', finishedAt: submittedAt, support: false, next };
}

/** The last whole day before a moment: what a person may rely on. */
export function lastDayBefore(moment: Instant, timeZone: string): CalendarDate {
  return addDays(dateInZone(moment, timeZone), -1);
}
