import type { CareRepositories } from '#backend/store/store.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { score } from '#shared/scoring/score.ts';
import type { Judgement } from './alert-changes.ts';
import type { ClientCare, FinishedCheckIn } from './client-care.ts';
import type { CareDeps } from './deps.ts';
import { judgeResponse } from './judge-response.ts';
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
      // Care that ended while this waited took the client out of every caseload.
      if (!(await waiting.clients.hold(clientId))) return refuse('notOpen');
      await waiting.ruleSettings.hold('toJudge');
      const now = await submissionMoment(waiting, deps.now(), clientId);
      const care = waiting.at(now);
      const moment = { now, channels: deps.channels };
      return visited.kind === 'form'
        ? storeForm(care, visited, moment)
        : store(care, visited, moment);
    });
  };
}

async function store(
  care: CareRepositories,
  { administration, measure, timeZone, next }: VisitedMeasure,
  { now, channels }: Pick<Judgement, 'now' | 'channels'>,
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
    const today = response.answeredOn;
    await judgeResponse(care, measure, { response, clientId, today, seconds, channels });
    await care.live.tell(clientId, 'client');
  }
  return ok(finishedCheckIn(response, next));
}
