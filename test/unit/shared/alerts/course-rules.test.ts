import { describe, expect, it } from 'vitest';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { phq9Answers } from '../a-history.ts';
import { courseOf, dated, every, firedFor, firing, judged, setting } from './outcomes.ts';
import { recorded } from './recorded.ts';

/** What a rule says of PHQ-9 totals, so many days apart. */
function totalsJudged(rule: Parameters<typeof judged>[0], days: number) {
  const judge = judged(rule, phq9);
  return (...totals: readonly number[]) => judge(every(days, ...totals));
}

describe('T2, slope worsening', () => {
  const phq = judged('T2', phq9);

  it('fires for 14, 15, 17, 18, 20 weekly: 1.5 points a week, standard error .1', () => {
    const scores = every(7, 14, 15, 17, 18, 20);
    expect(phq(scores)).toBe('- - - info info');
    const { evidence } = firing('T2', dated(phq9, scores), phq9);
    if (evidence.kind !== 'slope') throw new Error('a slope expected');
    expect(evidence.perWeek).toBeCloseTo(1.5, 9);
    expect(evidence.standardError).toBeCloseTo(0.1, 9);
    expect(evidence).toMatchObject({ threshold: 3 });
    expect(evidence.run.map(({ total }) => total)).toEqual([14, 15, 17, 18, 20]);
  });

  it('asks for half the reliable change along the line', () => {
    expect(phq(every(7, 10, 10, 11, 11))).toBe('- - - clears');
    expect(phq(every(7, 10, 11, 12, 13))).toBe('- - - info');
  });

  it('clears when the line no longer worsens', () => {
    expect(phq(every(7, 10, 11, 12, 13, 10))).toBe('- - - info clears');
  });

  it('rests on the window and the share that a practice has set', () => {
    const scores = every(7, 20, 20, 10, 11, 12, 13);
    expect(phq(scores)).toMatch(/clears$/);
    expect(phq(scores, setting('T2', { window: 4 }))).toMatch(/info$/);
    expect(phq(scores, setting('T2', { window: 4, share: 1 }))).toMatch(/clears$/);
  });
});

describe('R1, relapse', () => {
  const phq = totalsJudged('R1', 28);

  it('is urgent when it begins, and not said again while it lasts', () => {
    expect(phq(18, 4, 12, 13)).toBe('- clears urgent -');
  });

  it('needs a remission before, the clinical range and a reliable worsening', () => {
    expect(phq(18, 5, 12)).toBe('- clears clears');
    expect(phq(18, 4, 9)).toBe('- clears clears');
    expect(phq(9, 4, 12)).toBe('- clears clears');
  });

  it('clears out of the range and begins again', () => {
    expect(phq(18, 4, 12, 9, 12)).toBe('- clears urgent clears urgent');
  });

  it('carries the baseline, the score in remission and the points between', () => {
    expect(firing('R1', dated(phq9, every(28, 18, 4, 12)), phq9)).toMatchObject({
      parameters: { share: 1 },
      evidence: {
        kind: 'relapse',
        baseline: { total: 18 },
        from: { total: 4 },
        to: { total: 12 },
        points: 8,
        threshold: 6,
      },
    });
  });

  it('can be made stricter', () => {
    const history = dated(phq9, every(28, 18, 4, 12));
    expect(courseOf('R1', history, phq9, setting('R1', { share: 1.5 }))).toBe('- clears clears');
  });

  it('takes the cut-off where no remission is defined', () => {
    const history = dated(gad7, every(28, 15, 7, 14));
    expect(courseOf('R1', history, gad7)).toBe('- clears urgent');
  });
});

describe('G1, good news', () => {
  const phq = totalsJudged('G1', 14);

  it('is a reliable improvement, said once, and over when it is lost', () => {
    expect(phq(20, 15, 14, 13, 15, 14)).toBe('- clears info - clears -');
  });

  it('is a remission as published, said once', () => {
    const history = dated(phq9, every(14, 16, 4, 3));
    const both = firing('G1', history.slice(0, 2), phq9).evidence;
    expect(both).toMatchObject({ kind: 'milestone', which: 'reliableImprovement', threshold: 6 });
    const later = dated(phq9, every(14, 16, 8, 4, 6, 4));
    expect(firing('G1', later.slice(0, 3), phq9).evidence).toMatchObject({
      kind: 'milestone',
      which: 'remission',
      from: { total: 16 },
      to: { total: 4 },
      points: -12,
      threshold: 5,
    });
    expect(courseOf('G1', later, phq9)).toBe('- info info - -');
  });

  it('is no news again when the score in remission is corrected', () => {
    const history = dated(phq9, every(14, 16, 8, 4));
    const latest = history.at(-1);
    if (latest === undefined) throw new Error('a response expected');
    const put = recorded(phq9, phq9Answers(3, 0), { number: 9, on: 28, at: 30, corrects: latest });
    expect(firedFor(history, phq9)).toEqual(['G1 info phq9']);
    expect(firedFor([...history, put], phq9)).toEqual([]);
  });

  it('claims no remission where no definition was seen', () => {
    expect(courseOf('G1', dated(gad7, every(14, 12, 7, 2)), gad7)).toBe('- info -');
    expect(courseOf('G1', dated({ ...cesd, reverseItems: [] }, every(14, 40, 2)), cesd)).toBe(
      '- -',
    );
  });

  it('is not a remission for who was never in the clinical range', () => {
    expect(phq(9, 4)).toBe('- clears');
  });

  it('says nothing of an earlier score that a late record made the first', () => {
    const [first, second] = dated(phq9, every(14, 20, 10));
    if (first === undefined || second === undefined) throw new Error('two responses expected');
    const late = recorded(phq9, phq9Answers(12, 0), { number: 3, on: 7, at: 53 });
    expect(courseOf('G1', [first, second, late], phq9)).toBe('- info -');
  });
});
