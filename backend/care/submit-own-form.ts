import type { CareRepositories } from '#backend/store/store.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
import { formKey } from '#shared/contracts/custom-form.ts';
import type { OwnFormResponse } from '#shared/contracts/own-answers.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { careSince } from '#shared/trajectory/episodes.ts';
import { type Judgement, writeJudgement } from './alert-changes.ts';
import type { FinishedCheckIn } from './client-care.ts';
import { endedSilence } from './judge-check-ins.ts';
import { finishedForm } from './visit-check-in.ts';
import type { VisitedForm } from './visited-link.ts';

/**
 * Stores the answers to an own form, at the moment of the submission and while the client is held.
 * Nothing is scored and no rule reads what was answered: neither number nor word of it has a norm.
 * That the client answered ends an alert about missed check-ins of this form.
 */
export async function storeForm(
  care: CareRepositories,
  { administration, form, timeZone, next }: VisitedForm,
  { now, channels }: Pick<Judgement, 'now' | 'channels'>,
): Promise<Result<FinishedCheckIn, 'notOpen' | 'nothingAnswered'>> {
  const { administrationId, clientId } = administration;
  const saved = await care.ownAnswers.saved(administrationId);
  const answers = form.items.map((_, index) => saved.get(index + 1) ?? null);
  if (answers.every((answer) => answer === null)) return refuse('nothingAnswered');
  const submission = await care.ownResponses.submit(administrationId, {
    answeredOn: dateInZone(now, timeZone),
    answers,
  });
  if (!submission.ok) return refuse('notOpen');
  const { outcome, response } = submission.value;
  if (outcome === 'stored') {
    await care.audit.append({
      action: 'response.submitted',
      clientId,
      subject: { administrationId, responseId: response.responseId },
    });
    await endSilence(care, { clientId, channels }, response);
    await care.live.tell(clientId, 'client');
  }
  return ok(finishedForm(response, next));
}

async function endSilence(
  care: CareRepositories,
  { clientId, channels }: Pick<Judgement, 'clientId' | 'channels'>,
  { formId, submittedAt: now, answeredOn }: OwnFormResponse,
): Promise<void> {
  const answered = formKey(formId);
  const client = await care.clients.find(clientId);
  if (client === null) throw new Error('A response belongs to a client that is not there.');
  const { settings } = await care.ruleSettings.inForce();
  const { care: course } = await care.episodes.courseOf(clientId);
  const history = await care.responses.ofClient(clientId);
  const open = await care.alerts.holdOpenOf(clientId);
  const inCareSince = careSince({ ...course, inCareSince: client.inCareSince }, answeredOn);
  const moment = { asOf: answeredOn, at: now, inCareSince, settings };
  await writeJudgement(care, {
    clientId,
    outcomes: await endedSilence(care, { clientId, answered, history, open, moment }),
    answered: [answered],
    open,
    settingsVersion: settings.version,
    now,
    channels,
  });
}
