import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { ResponseId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers, ScoredResponse } from '#shared/contracts/response.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { score } from '#shared/scoring/score.ts';

/** The day that a told history begins. */
export const FIRST_DAY = '2026-01-07' as CalendarDate;

/** An id that reads as its number. */
export function responseId(number: number): ResponseId {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as ResponseId;
}

/** One response of an invented client, scored as the product scores it. */
export function aResponse(
  instrument: Instrument,
  answers: Answers,
  when: { number: number; on: CalendarDate },
): ScoredResponse {
  return {
    responseId: responseId(when.number),
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    answeredOn: when.on,
    submittedAt: `${when.on}T20:00:00.000Z` as Instant,
    answers,
    score: score(instrument, answers),
  };
}

/** Answers that add up to a total, filled from the first item on; no reverse items. */
export function answersSumming(instrument: Instrument, total: number): Answers {
  const highest = Math.max(...instrument.options.map(({ value }) => value));
  let rest = total;
  return instrument.items.map(() => {
    const answer = Math.min(rest, highest);
    rest -= answer;
    return answer;
  });
}

/** PHQ-9 answers with a total and a given answer to item 9; a blank one adds nothing. */
export function phq9Answers(total: number, item9: number | null): Answers {
  const others = { ...phq9, items: phq9.items.slice(0, 8) };
  return [...answersSumming(others, total - (item9 ?? 0)), item9];
}

/** A PHQ-9 history from `[total, item 9]` pairs, two weeks apart unless told otherwise. */
export function phq9History(
  pairs: readonly (readonly [total: number, item9: number | null])[],
  days = 14,
): ScoredResponse[] {
  return pairs.map(([total, item9], index) =>
    aResponse(phq9, phq9Answers(total, item9), {
      number: index + 1,
      on: addDays(FIRST_DAY, index * days),
    }),
  );
}

/** A history of bare totals of a measure without reverse items, two weeks apart. */
export function historyOf(instrument: Instrument, totals: readonly number[]): ScoredResponse[] {
  return totals.map((total, index) =>
    aResponse(instrument, answersSumming(instrument, total), {
      number: index + 1,
      on: addDays(FIRST_DAY, index * 14),
    }),
  );
}
