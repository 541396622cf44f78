import { describe, expect, it } from 'vitest';
import { measureHistory } from '#shared/alerts/history.ts';
import { s3 } from '#shared/alerts/s3.ts';
import { datedScores } from '#shared/brief/dated-scores.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { unscored } from '#shared/update/score-phrases.ts';
import { noTotalInWords } from '#shared/words/measures.ts';
import { aResponse, FIRST_DAY } from '../a-history.ts';

function known(id: string): Instrument {
  const found = instrument(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

function dated(id: string, answers: Answers) {
  const response = aResponse(known(id), answers, { number: 1, on: FIRST_DAY });
  const [score] = datedScores([response], { lastLookedAt: null, recallDays: null });
  if (score === undefined) throw new Error('no dated score');
  return score;
}

const NO_TO_ALL = [0, 0, null, null, null, 0, null];

describe('a form without a total by its nature', () => {
  it('is no form that can’t be scored: a screen says what it found', () => {
    const score = dated('cssrs_screener', [1, 1, 0, 1, 0, 0, null]);
    expect(score).toMatchObject({
      total: null,
      insteadOfTotal: { kind: 'finding', label: 'high risk', tier: 'emergency' },
    });
    expect(unscored('cssrs_screener', score, FIRST_DAY)).toMatch(/: high risk$/);
  });

  it('says that there was a blank beside what it found', () => {
    const score = dated('cssrs_screener', [null, 1, 0, 1, 0, 0, null]);
    expect(unscored('cssrs_screener', score, FIRST_DAY)).toMatch(
      /: high risk, item 1 not answered$/,
    );
  });

  it('is a profile where its subscales stand for themselves', () => {
    const score = dated(
      'dass21',
      known('dass21').items.map(() => 1),
    );
    expect(score.insteadOfTotal).toEqual({ kind: 'profile' });
    expect(noTotalInWords(score)).toBe('no total');
  });

  it('can fail as any other', () => {
    const score = dated(
      'dass21',
      known('dass21').items.map((_, index) => (index === 0 ? 1 : null)),
    );
    expect(score.insteadOfTotal).toBeNull();
    expect(noTotalInWords(score)).toBe('can’t be scored');
  });
});

describe('a risk item that was not asked', () => {
  const screener = known('cssrs_screener');
  const unanswered = (answers: Answers, item: number) => {
    const response = aResponse(screener, answers, { number: 1, on: FIRST_DAY });
    const history = measureHistory([response], screener, FIRST_DAY);
    const risk = screener.safetyItems.find((candidate) => candidate.item === item);
    if (history === null || risk === undefined) throw new Error('nothing to judge');
    return s3(history, risk)?.outcome ?? null;
  };

  it('is not reported as unanswered, and one that was asked is', () => {
    expect(unanswered(NO_TO_ALL, 4)).toBeNull();
    expect(unanswered([1, 1, 0, null, 0, 0, null], 4)).toBe('fires');
    expect(unanswered([1, 1, 0, 0, 0, 0, null], 4)).toBe('clears');
  });
});
