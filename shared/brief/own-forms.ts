import type { BriefFacts } from '../contracts/brief.ts';
import { type CustomForm, type FormId, formKey } from '../contracts/custom-form.ts';
import type { OwnFormResponse } from '../contracts/own-answers.ts';
import type { DatedOwnForm, OwnWords, SentOwnForm } from '../contracts/own-form-answers.ts';
import { isAfter } from './line.ts';
import { uncorrected } from './standing.ts';

/** The practice's own forms that were sent, by title, with what was written in answer to them. */
export function sentOwnForms({
  own,
  responseCounts,
  lastLookedAt,
}: Pick<BriefFacts, 'own' | 'responseCounts' | 'lastLookedAt'>): SentOwnForm[] {
  if (own === undefined) return [];
  return [...Map.groupBy(own.forms, ({ formId }) => formId)]
    .flatMap(([formId, versions]): SentOwnForm[] => {
      const newest = versions.toSorted((one, other) => other.version - one.version)[0];
      if (newest === undefined) return [];
      const all = own.responses.filter((response) => response.formId === formId);
      const standing = uncorrected(all);
      return [
        {
          instrumentId: formKey(formId),
          title: newest.title,
          questions: newest.items.length,
          answered: standing
            .map((response) => datedForm(response, versions, lastLookedAt))
            .toSorted(newestFirst),
          totalCount: countOf(formId, all, responseCounts) - (all.length - standing.length),
        },
      ];
    })
    .toSorted((one, other) => (one.title < other.title ? -1 : 1));
}

/** Responses to a form that there are, also those that are not at hand. */
export function countOf(
  formId: FormId,
  atHand: readonly OwnFormResponse[],
  counts: BriefFacts['responseCounts'],
): number {
  return counts[formKey(formId)] ?? atHand.length;
}

function datedForm(
  { responseId, answeredOn: on, submittedAt, formVersion, answers }: OwnFormResponse,
  versions: readonly CustomForm[],
  lastLookedAt: BriefFacts['lastLookedAt'],
): DatedOwnForm {
  const form = versions.find(({ version }) => version === formVersion);
  const words = (form?.items ?? []).flatMap((item, index): OwnWords[] => {
    const answer = answers[index];
    return item.kind === 'text' && typeof answer === 'string'
      ? [{ question: item.text, words: answer }]
      : [];
  });
  return { responseId, on, submittedAt, isNew: isAfter(submittedAt, lastLookedAt), words };
}

function newestFirst(one: DatedOwnForm, other: DatedOwnForm): number {
  return Date.parse(other.submittedAt) - Date.parse(one.submittedAt);
}
