import * as fc from 'fast-check';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Item } from '#shared/contracts/items.ts';
import type { Answers, ScoredResponse } from '#shared/contracts/response.ts';
import { choicesOf } from '#shared/instruments/choices.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { aResponse } from '#test/unit/shared/a-history.ts';

/** The measures whose questions are at hand. */
export const ANSWERABLE = INSTRUMENTS.filter(({ items }) => items.length > 0);

/** Any of them. */
export const anyInstrument = fc.constantFrom(...ANSWERABLE);

/** Permitted answers to a measure, each left blank with the chance of 1 in `blankOneIn`. */
export function answersTo(instrument: Instrument, blankOneIn = 12): fc.Arbitrary<Answers> {
  return fc.tuple(
    ...instrument.items.map((item) =>
      fc.option(choiceOf(instrument, item), { freq: blankOneIn, nil: null }),
    ),
  );
}

/** Answers without a blank. */
export function completeAnswersTo(instrument: Instrument): fc.Arbitrary<Answers> {
  return fc.tuple(...instrument.items.map((item) => choiceOf(instrument, item)));
}

function choiceOf(instrument: Instrument, item: Item): fc.Arbitrary<number> {
  return fc.constantFrom(...choicesOf(instrument, item).map(({ value }) => value));
}

/** One to `most` responses of a client to a measure, oldest first, unevenly spaced. */
export function historyOfAnswers(instrument: Instrument, most = 8): fc.Arbitrary<ScoredResponse[]> {
  const step = fc.record({ answers: answersTo(instrument), gap: fc.nat({ max: 70 }) });
  return fc.array(step, { minLength: 1, maxLength: most }).map((steps) => {
    let day = '2025-06-01' as CalendarDate;
    return steps.map(({ answers, gap }, index) => {
      day = addDays(day, gap);
      return aResponse(instrument, answers, { number: index + 1, on: day });
    });
  });
}

/** A measure together with a history of answers to it. */
export const anyHistory = anyInstrument.chain((instrument) =>
  historyOfAnswers(instrument).map((history) => ({ instrument, history })),
);
