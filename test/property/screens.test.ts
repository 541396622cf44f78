import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { score } from '#shared/scoring/score.ts';
import { answersTo } from './answers.ts';

/** Every screen of the library with permitted answers, many of them blank. */
const screened = fc
  .constantFrom(...INSTRUMENTS.filter(({ scoring }) => scoring.method === 'screen'))
  .chain((instrument) => answersTo(instrument, 4).map((answers) => ({ instrument, answers })));

/** The place of what was found, 0 for the gravest; none found comes last. */
function gravity(instrument: Instrument, answers: Answers): number {
  const result = score(instrument, answers);
  const { scoring } = instrument;
  if (scoring.method !== 'screen') throw new Error('not a screen');
  const place =
    result.status === 'screened'
      ? scoring.findings.findIndex(({ id }) => id === result.finding)
      : -1;
  return place === -1 ? scoring.findings.length : place;
}

describe('a screen', () => {
  it('finds nothing milder when one more answer is yes', () => {
    fc.assert(
      fc.property(screened, fc.nat(), ({ instrument, answers }, place) => {
        const index = place % answers.length;
        const yes = answers.with(index, 1);
        expect(gravity(instrument, yes)).toBeLessThanOrEqual(gravity(instrument, answers));
      }),
    );
  });

  it('says that it found nothing only when no question was left open', () => {
    fc.assert(
      fc.property(screened, ({ instrument, answers }) => {
        const result = score(instrument, answers);
        if (result.status === 'screened' && result.tier === null) {
          expect(result.missingItems).toEqual([]);
          expect(result.safety.filter(({ value }) => value === null)).toEqual([]);
        }
      }),
    );
  });
});
