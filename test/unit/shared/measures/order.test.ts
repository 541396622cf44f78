import { expect, it } from 'vitest';
import type { Instant } from '#shared/contracts/calendar.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { byDay } from '#shared/measures/order.ts';
import { aResponse, FIRST_DAY, phq9Answers, responseId } from '../a-history.ts';

/** A response submitted at an hour of the first day. */
const at = (hour: string, number: number) => ({
  ...aResponse(phq9, phq9Answers(9, 0), { number, on: FIRST_DAY }),
  submittedAt: `${FIRST_DAY}T${hour}:00:00.000Z` as Instant,
});

it('responses about one day stand in the order of their submission', () => {
  const responses = [at('10', 1), at('08', 3), at('09', 2)];
  expect(responses.toSorted(byDay).map((one) => one.responseId)).toEqual([3, 2, 1].map(responseId));
});
