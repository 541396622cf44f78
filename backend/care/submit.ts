import type { CareRepositories } from '#backend/store/store.ts';
import { answeredWith } from '#shared/alerts/answered.ts';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { score } from '#shared/scoring/score.ts';
import { writeJudgement } from './alert-changes.ts';
import type { ClientCare, FinishedCheckIn } from './client-care.ts';
import type { CareDeps } from './deps.ts';
import { endedSilence } from './judge-check-ins.ts';
import { submissionMoment } from './submission-moment.ts';
import { storeForm } from './submit-own-form.ts';
import { finishedCheckIn } from './visit-check-in.ts';
import { type VisitedMeasure, visitedLink } from './visited-link.ts';

/**
 * Sends the answers. In one transaction: those to a measure are scored, the rules look at the
 * client's history, alerts and their messages are written, all of it is recorded. Whoever gets a
 * reply can rely on all of that being on disk. Sent twice, or ten times at once, it is stored once.
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
      await waiting.ruleSettings.hold('toJudge');
      const now = await submissionMoment(waiting, deps.now(), clientId);
      const care = waiting.at(now);
      return visited.kind === 'form' ? storeForm(care, visited, now) : store(care, visited, now);
    });
  };
}

async function store(
  care: CareRepositories,
  { administration, measure, timeZone }: VisitedMeasure,
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
    const seconds = await care.administrations.secondsAnswering(administrationId);
    await judge(care, measure, { response, clientId, seconds });
  }
  return ok(finishedCheckIn(response));
}

/** What was submitted just now. */
interface Submitted {
  readonly response: ScoredResponse;
  readonly clientId: ClientId;
  /** From the first to the last answer. */
  readonly seconds: number | null;
}

/** Lets the rules look at all that the client has answered, and writes down what changes. */
async function judge(
  care: CareRepositories,
  measure: Instrument,
  { response, clientId, seconds }: Submitted,
): Promise<void> {
  const { submittedAt: now, answeredOn, responseId } = response;
  const client = await care.clients.find(clientId);
  if (client === null) throw new Error('A response belongs to a client that is not there.');
  const { inCareSince } = client;
  const history = await care.responses.ofClient(clientId);
  const { settings } = await care.ruleSettings.inForce();
  const open = await care.alerts.holdOpenOf(clientId);
  const took = seconds === null ? {} : { seconds: new Map([[responseId, seconds]]) };
  const moment = { asOf: answeredOn, at: now, inCareSince, settings };
  await writeJudgement(care, {
    clientId,
    outcomes: [
      ...evaluate(history, measure, inCareSince, { settings, judged: responseId, ...took }),
      ...(await endedSilence(care, { clientId, history, open, moment })),
    ],
    answered: answeredWith(measure),
    open,
    settingsVersion: settings.version,
    now,
  });
}
