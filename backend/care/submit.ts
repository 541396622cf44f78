import { alertWaiting } from '#backend/outbox/messages.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { applyOutcomes } from '#shared/alerts/merge.ts';
import { dateInZone, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { score } from '#shared/scoring/score.ts';
import { recordChange } from './alert-changes.ts';
import type { ClientCare, FinishedCheckIn } from './client-care.ts';
import type { CareDeps } from './deps.ts';
import { finishedCheckIn } from './visit-check-in.ts';
import { type VisitedLink, visitedLink } from './visited-link.ts';

/**
 * Sends the answers. In one transaction: they are scored, the rules look at the client's history,
 * alerts and their messages are written, all of it is recorded. Whoever gets a reply can rely on
 * all of that being on disk. Sent twice, or ten times at once, it is stored once.
 */
export function submit(deps: CareDeps): ClientCare['submit'] {
  return async (link) => {
    const visited = await visitedLink(deps, link);
    if (visited === null) return refuse('notOpen');
    return deps.store.inPractice(visited.scope, async (waiting) => {
      const { administrationId, clientId } = visited.administration;
      // Held before anything is read: an answer or a second submission waits until this one is over.
      await waiting.administrations.hold(administrationId);
      await waiting.clients.hold(clientId);
      const now = afterEveryLook(deps.now(), await waiting.looks.newestOf(clientId));
      return store(waiting.at(now), visited, now);
    });
  };
}

/**
 * The moment of a submission: read while the client is held, not when the request came, since a
 * look may have been marked while it waited; and after the newest look, also when that was marked
 * by a process whose clock is ahead. So "since you last looked" misses none.
 */
function afterEveryLook(now: Instant, newestLook: Instant | null): Instant {
  if (newestLook === null || newestLook < now) return now;
  return instantOf(new Date(Date.parse(newestLook) + 1));
}

async function store(
  care: CareRepositories,
  { administration, measure, timeZone }: VisitedLink,
  now: Instant,
): Promise<Result<FinishedCheckIn, 'notOpen' | 'nothingAnswered'>> {
  const { administrationId, clientId } = administration;
  const saved = await care.administrations.answers(administrationId);
  const answers = measure.items.map(({ number }) => saved.get(number) ?? null);
  if (answers.every((answer) => answer === null)) return refuse('nothingAnswered');
  const submission = await care.responses.submit(administrationId, {
    answeredOn: dateInZone(now, timeZone),
    answers,
    score: score(measure, answers),
  });
  if (!submission.ok) return refuse('notOpen');
  const { outcome, response } = submission.value;
  if (outcome === 'stored') {
    await care.audit.append({
      action: 'response.submitted',
      clientId,
      subject: { administrationId, responseId: response.responseId },
    });
    await judge(care, measure, { clientId, now });
  }
  return ok(finishedCheckIn(response));
}

/** Lets the rules look at the history and writes down what changes. */
async function judge(
  care: CareRepositories,
  measure: Instrument,
  { clientId, now }: { readonly clientId: ClientId; readonly now: Instant },
): Promise<void> {
  const history = await care.responses.history(clientId, measure.id);
  const client = await care.clients.find(clientId);
  if (client === null) throw new Error('A response belongs to a client that is not there.');
  const outcomes = evaluate(history, measure, client.inCareSince);
  const open = await care.alerts.holdOpenOf(clientId);
  for (const change of applyOutcomes(open, outcomes, now)) {
    const alertId = await care.alerts.apply(clientId, change);
    await recordChange(care, { clientId, alertId, change, open });
    if (change.change !== 'resolve') {
      const { kind, payload } = alertWaiting(alertId, change.tier);
      await care.outbox.add(kind, payload);
    }
  }
}
