import { alertWaiting } from '#backend/outbox/messages.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { answeredWith } from '#shared/alerts/answered.ts';
import type { Circumstances } from '#shared/alerts/circumstances.ts';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { applyOutcomes } from '#shared/alerts/merge.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
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
    return deps.store.inPractice(visited.scope, (care) => store(care, visited));
  };
}

async function store(
  care: CareRepositories,
  { administration, measure, scope, timeZone }: VisitedLink,
): Promise<Result<FinishedCheckIn, 'notOpen'>> {
  const { administrationId, clientId } = administration;
  // Held before anything is read: an answer or a second submission waits until this one is over.
  await care.administrations.hold(administrationId);
  await care.clients.hold(clientId);
  const saved = await care.administrations.answers(administrationId);
  const answers = measure.items.map(({ number }) => saved.get(number) ?? null);
  const submission = await care.responses.submit(administrationId, {
    answeredOn: dateInZone(scope.now, timeZone),
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
    await judge(care, measure, { clientId, now: scope.now, judged: response.responseId });
  }
  return ok(finishedCheckIn(response));
}

/** Lets the rules look at the history and writes down what changes. */
async function judge(
  care: CareRepositories,
  measure: Instrument,
  {
    clientId,
    now,
    judged,
  }: Pick<VisitedLink['administration'], 'clientId'> &
    Pick<VisitedLink['scope'], 'now'> &
    Required<Pick<Circumstances, 'judged'>>,
): Promise<void> {
  const history = await care.responses.ofClient(clientId);
  const client = await care.clients.find(clientId);
  if (client === null) throw new Error('A response belongs to a client that is not there.');
  const outcomes = evaluate(history, measure, client.inCareSince, { judged });
  const open = await care.alerts.holdOpenOf(clientId);
  for (const change of applyOutcomes(open, outcomes, now, answeredWith(measure))) {
    const alertId = await care.alerts.apply(clientId, change);
    await recordChange(care, { clientId, alertId, change, open });
    if (change.change === 'open' || change.change === 'gather') {
      const { kind, payload } = alertWaiting(alertId, change.tier);
      await care.outbox.add(kind, payload);
    }
  }
}
