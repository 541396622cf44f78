import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers, ScoredResponse } from '#shared/contracts/response.ts';
import { aResponse, FIRST_DAY } from '../a-history.ts';

/** The day so many days after the first. */
export function day(days: number): CalendarDate {
  return addDays(FIRST_DAY, days);
}

/** A later record of an earlier day, of which it may be the correction. */
export function recorded(
  instrument: Instrument,
  answers: Answers,
  {
    number,
    on,
    at,
    corrects,
  }: { number: number; on: number; at: number; corrects?: ScoredResponse },
): ScoredResponse {
  return {
    ...aResponse(instrument, answers, { number, on: day(on) }),
    submittedAt: `${day(at)}T21:00:00.000Z` as Instant,
    ...(corrects === undefined ? {} : { supersedes: corrects.responseId }),
  };
}
