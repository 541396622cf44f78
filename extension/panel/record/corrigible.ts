import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { printedNumber } from '#shared/instruments/choices.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { standingResponses } from './standing.ts';

/** A response together with the form that was answered, in that version. */
export interface AnsweredForm {
  readonly response: ScoredResponse;
  readonly form: Instrument;
}

/** Responses whose choices this build knows, so that they can be put right; the newest first. */
export function corrigible(facts: BriefFacts): AnsweredForm[] {
  return standingResponses(facts).flatMap((response) => {
    const form = formOf(response);
    return form === null ? [] : [{ response, form }];
  });
}

/** The form that was answered; null where its choices are not known in that version. */
export function formOf({ instrumentId, instrumentVersion }: ScoredResponse): Instrument | null {
  const form = instrument(instrumentId, instrumentVersion);
  return form === null || form.items.length === 0 ? null : form;
}

/** A question with the number that the form prints before it. */
export function questionOf(form: Instrument, number: number): string {
  const item = form.items[number - 1];
  if (item === undefined) return String(number);
  const printed = printedNumber(item);
  return printed === '' ? item.text : `${printed}. ${item.text}`;
}
