import { canonicalText } from '#backend/audit/canonical.ts';
import type { StoredOwnResponse } from '#backend/store/own-corrections.ts';
import type { CorrectOwnResponseInput } from '#shared/contracts/record-procedures.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { checkFormAnswers } from '#shared/forms/check-answers.ts';
import type { CareDeps } from '../deps.ts';
import type { RecordCare } from '../record-care.ts';
import { inOwnRecord } from './own-client.ts';

/**
 * Puts a response to an own form right. In one transaction: the answers are checked by the version
 * that was answered, in use still or not, and stored beside those they take the place of. Nothing is
 * scored and no rule is asked, as when it was sent.
 */
export function correctOwnResponse(deps: CareDeps): RecordCare['correctOwnResponse'] {
  return (caller, input) => {
    const { clientId, responseId, supersedes, reason } = input;
    return inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      const known = await care.ownCorrections.find(responseId);
      if (known !== null) {
        return isSame(known, input)
          ? ok({ at: known.response.submittedAt })
          : refuse('alreadyRecorded');
      }
      const corrected = await care.ownCorrections.find(supersedes);
      if (corrected?.clientId !== clientId) return refuse('notFound');
      const { formId, formVersion } = corrected.response;
      const form = await care.ownForms.version(formId, formVersion);
      if (form === null) throw new Error('A response is to a version that is not there.');
      const checked = checkFormAnswers(form, input.answers);
      if (!checked.ok || checked.value.every((answer) => answer === null)) {
        return refuse('answerRefused');
      }
      if (await care.ownCorrections.isCorrected(supersedes)) return refuse('outdated');
      const anew = { responseId, answers: checked.value, reason };
      const isStored = await care.ownCorrections.store(corrected, anew, caller.staffId);
      if (!isStored) return refuse('alreadyRecorded');
      const subject = { responseId, supersedes };
      await care.audit.append({ action: 'response.corrected', clientId, subject });
      return ok({ at: now });
    });
  };
}

function isSame(
  { clientId, reason, response }: StoredOwnResponse,
  input: CorrectOwnResponseInput,
): boolean {
  return (
    clientId === input.clientId &&
    reason === input.reason &&
    response.supersedes === input.supersedes &&
    canonicalText(response.answers) === canonicalText(blanksAsNone(input.answers))
  );
}

/** As they are kept: a text of nothing but white space is no answer. */
function blanksAsNone(answers: CorrectOwnResponseInput['answers']) {
  return answers.map((answer) =>
    typeof answer === 'string' && answer.trim() === '' ? null : answer,
  );
}
