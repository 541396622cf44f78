import { describe, expect, it } from 'vitest';
import { recordedLines } from '#shared/alerts/history/recorded-lines.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { answersSumming, aResponse, phq9History } from '../a-history.ts';
import { day, recorded } from './recorded.ts';

/** The line of the PHQ-ADS as the newest response finds it. */
function composite(
  newest: ScoredResponse,
  instrument: Instrument,
  responses: readonly ScoredResponse[],
) {
  const line = recordedLines(newest, instrument, responses).find(
    ({ measure }) => measure.id === 'phqads',
  );
  if (line === undefined) throw new Error('a line of the PHQ-ADS expected');
  return {
    made: line.made,
    now: line.observations.map(({ total }) => total),
    before: line.without().map(({ total }) => total),
  };
}

describe('the line of a composite', () => {
  const phqs = phq9History([
    [4, 0],
    [14, 0],
  ]);
  const gads = [3, 12].map((total, index) =>
    recorded(gad7, answersSumming(gad7, total), {
      number: 11 + index,
      on: 14 * index,
      at: 14 * index,
    }),
  );
  const [, latest] = gads;
  if (latest === undefined) throw new Error('two responses expected');

  it('is made by the part that completes it, and was one sum shorter before', () => {
    expect(composite(latest, gad7, [...phqs, ...gads])).toEqual({
      made: latest.responseId,
      now: [7, 26],
      before: [7],
    });
  });

  it('held the sum of a part before that was corrected', () => {
    const [, wrong] = phqs;
    if (wrong === undefined) throw new Error('two responses expected');
    const put = recorded(phq9, answersSumming(phq9, 5), {
      number: 21,
      on: 14,
      at: 15,
      corrects: wrong,
    });
    expect(composite(put, phq9, [...phqs, ...gads, put])).toMatchObject({
      now: [7, 17],
      before: [7, 26],
    });
  });

  it('is none while a part is missing', () => {
    const [first] = phqs;
    if (first === undefined) throw new Error('a response expected');
    const ids = recordedLines(first, phq9, [first]).map(({ measure }) => measure.id);
    expect(ids).toEqual(['phq9']);
  });

  it('adds up the version that was answered', () => {
    const other: Instrument = { ...gad7, version: 99 };
    const answered = aResponse(other, answersSumming(gad7, 12), { number: 31, on: day(14) });
    expect(composite(answered, other, [...phqs, answered]).now).toEqual([26]);
  });
});
