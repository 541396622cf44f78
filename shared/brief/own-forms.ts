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
            .map((response) => datedForm(response, { versions, all, lastLookedAt }))
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

interface AtHand {
  readonly versions: readonly CustomForm[];
  readonly all: readonly OwnFormResponse[];
  readonly lastLookedAt: BriefFacts['lastLookedAt'];
}

function datedForm(
  response: OwnFormResponse,
  { versions, all, lastLookedAt }: AtHand,
): DatedOwnForm {
  const { responseId, answeredOn: on, submittedAt, formVersion, answers, supersedes } = response;
  const form = versions.find(({ version }) => version === formVersion);
  const words = (form?.items ?? []).flatMap((item, index): OwnWords[] => {
    const answer = answers[index];
    return item.kind === 'text' && typeof answer === 'string'
      ? [{ question: item.text, words: answer }]
      : [];
  });
  const isNew = isAfter(asAnswered(response, all).submittedAt, lastLookedAt);
  return { responseId, on, submittedAt, isNew, corrected: supersedes !== undefined, words };
}

/** What the client sent, of which a response may be a correction, or a correction of one. */
function asAnswered(response: OwnFormResponse, all: readonly OwnFormResponse[]): OwnFormResponse {
  const former = all.find(({ responseId }) => responseId === response.supersedes);
  return former === undefined ? response : asAnswered(former, all);
}

/** The order of answers to own forms. */
export function newestFirst(
  one: Pick<DatedOwnForm, 'on' | 'submittedAt'>,
  other: Pick<DatedOwnForm, 'on' | 'submittedAt'>,
): number {
  // By the day that it is about: an old answer that was put right today is an old answer.
  if (one.on !== other.on) return one.on < other.on ? 1 : -1;
  return Date.parse(other.submittedAt) - Date.parse(one.submittedAt);
}
