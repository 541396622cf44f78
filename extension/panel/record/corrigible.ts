import type { BriefFacts } from '#shared/contracts/brief.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import type { OwnFormResponse } from '#shared/contracts/own-answers.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { type Question, questionsOfMeasure, questionsOfOwn } from './questions.ts';
import { newestFirst, standing } from './standing.ts';
import { responseInWords, scoreOfResponse } from './words.ts';

/** A response to a measure, or to one of the practice's own forms. */
export type AnyResponse = ScoredResponse | OwnFormResponse;

/** A response together with the form that was answered, in that version. */
export interface AnsweredForm {
  readonly response: AnyResponse;
  /** `PHQ-9, 3 Nov 2026`. */
  readonly name: string;
  /** What it scored; null where nothing is scored. */
  readonly result: string | null;
  /** Empty where the choices of that version are not known. */
  readonly questions: readonly Question[];
}

/** Responses whose choices this build knows, so that they can be put right; the newest first. */
export function corrigible(facts: BriefFacts): AnsweredForm[] {
  return [...standing(facts.responses), ...standing(facts.own?.responses ?? [])]
    .map((response) => answeredForm(response, facts))
    .filter(({ questions }) => questions.length > 0)
    .toSorted((one, other) => newestFirst(one.response.answeredOn, other.response.answeredOn));
}

/** A response with its form, as far as that is known. */
export function answeredForm(response: AnyResponse, facts: Pick<BriefFacts, 'own'>): AnsweredForm {
  if (isOwn(response)) return answeredOwn(response, facts);
  const form = instrument(response.instrumentId, response.instrumentVersion);
  return {
    response,
    name: responseInWords(response),
    result: scoreOfResponse(response),
    questions: form === null ? [] : questionsOfMeasure(form),
  };
}

/** Whether a response is to one of the practice's own forms. */
export function isOwn(response: AnyResponse): response is OwnFormResponse {
  return 'formId' in response;
}

function answeredOwn(response: OwnFormResponse, { own }: Pick<BriefFacts, 'own'>): AnsweredForm {
  const form = own?.forms.find(
    ({ formId, version }) => formId === response.formId && version === response.formVersion,
  );
  const on = dateInWords(response.answeredOn, { year: true });
  return {
    response,
    name: `${form?.title ?? 'A form of the practice’s own'}, ${on}`,
    result: null,
    questions: form === undefined ? [] : questionsOfOwn(form),
  };
}
