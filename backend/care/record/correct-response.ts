import { canonicalText } from '#backend/audit/canonical.ts';
import type { StoredResponse } from '#backend/store/corrections.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { CorrectResponseInput } from '#shared/contracts/record-procedures.ts';
import type { Answers, ScoredResponse } from '#shared/contracts/response.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { score } from '#shared/scoring/score.ts';
import type { CareDeps } from '../deps.ts';
import { isChoice } from '../is-choice.ts';
import { judgeResponse, type Recorded } from '../judge-response.ts';
import type { RecordCare } from '../record-care.ts';
import { type HeldRecord, inOwnRecord } from './own-client.ts';

/**
 * Puts a response right. In one transaction: the answers are scored by the form that was answered,
 * stored beside those they take the place of, and judged by the rules like a new response.
 */
export function correctResponse(deps: CareDeps): RecordCare['correctResponse'] {
  return (caller, input) => {
    const { clientId, responseId, supersedes, answers, reason } = input;
    return inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      const known = await care.corrections.find(responseId);
      if (known !== null) {
        return isSame(known, input)
          ? ok({ at: known.response.submittedAt })
          : refuse('alreadyRecorded');
      }
      const corrected = await care.corrections.find(supersedes);
      if (corrected?.clientId !== clientId) return refuse('notFound');
      const form = formOf(corrected.response);
      if (form === null) return refuse('notFound');
      if (!isAnswerable(form, answers)) return refuse('answerRefused');
      if (await care.corrections.isCorrected(supersedes)) return refuse('outdated');
      const anew = { responseId, answers, score: score(form, answers), reason };
      const response = await care.corrections.store(corrected, anew, caller.staffId);
      if (response === null) return refuse('alreadyRecorded');
      const subject = { responseId, supersedes };
      await care.audit.append({ action: 'response.corrected', clientId, subject });
      await judge({ care, now }, form, { response, clientId, channels: deps.channels });
      return ok({ at: now });
    });
  };
}

async function judge(
  { care, now }: HeldRecord,
  form: Instrument,
  recorded: Pick<Recorded, 'response' | 'clientId' | 'channels'>,
): Promise<void> {
  const practice = await care.practice.read();
  if (practice === null) throw new Error('A response belongs to a practice that is not there.');
  // How long the client took says nothing about answers that a clinician entered.
  const today = dateInZone(now, practice.timeZone);
  await judgeResponse(care, form, { ...recorded, today, seconds: null });
}

/** Null for a version that this build can't score any more. */
function formOf({ instrumentId, instrumentVersion }: ScoredResponse): Instrument | null {
  return instrument(instrumentId, instrumentVersion);
}

/** As many answers as the form has items, each among the printed choices or blank, one at least given. */
function isAnswerable(form: Instrument, answers: Answers): boolean {
  return (
    answers.length === form.items.length &&
    answers.some((answer) => answer !== null) &&
    form.items.every(({ number }, place) => isChoice(form, number, answers[place] ?? null))
  );
}

function isSame(
  { clientId, reason, response }: StoredResponse,
  input: CorrectResponseInput,
): boolean {
  return (
    clientId === input.clientId &&
    reason === input.reason &&
    response.supersedes === input.supersedes &&
    canonicalText(response.answers) === canonicalText(input.answers)
  );
}
