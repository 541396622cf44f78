import { describe, expect, it } from 'vitest';
import { judgeAnchor } from '#shared/change/anchor.ts';
import { crossing } from '#shared/change/crossing.ts';
import { isClinical } from '#shared/change/direction.ts';
import { cutOffInUse, outcomeInUse, thresholdInUse } from '#shared/change/in-use.ts';
import { isRemitted } from '#shared/change/outcome.ts';
import { judgePercentage } from '#shared/change/percentage.ts';
import { studentT95 } from '#shared/change/student-t.ts';
import { talkingTherapiesOutcome } from '#shared/change/talking-therapies.ts';
import type { CutOff } from '#shared/contracts/thresholds.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { valueOf } from '../value-of.ts';

describe('the percentage method', () => {
  it.each([
    [20, 10, 'better'],
    [20, 10.1, 'neither'],
    [20, 30, 'worse'],
    [20, 20, 'neither'],
  ])('from %f to %f by half: %s', (pre, post, category) => {
    expect(valueOf(judgePercentage(pre, post, 50, 'higherWorse'))).toBe(category);
  });

  it('turns round where higher is better', () => {
    expect(valueOf(judgePercentage(20, 30, 50, 'higherBetter'))).toBe('better');
  });

  it('refuses a baseline of 0, of which everything would be a multiple, and a percentage of 0', () => {
    expect(judgePercentage(0, 5, 50, 'higherWorse')).toEqual({
      ok: false,
      refusal: 'zeroBaseline',
    });
    expect(judgePercentage(0, 0, 50, 'higherWorse')).toEqual({
      ok: false,
      refusal: 'zeroBaseline',
    });
    expect(judgePercentage(9, 5, 0, 'higherWorse')).toEqual({
      ok: false,
      refusal: 'percentNotPositive',
    });
  });
});

describe('the anchor method', () => {
  const points = { value: 5, unit: 'points' } as const;
  const percent = { value: 21, unit: 'percentOfBaseline' } as const;

  it.each([
    [18, 13, points, 'better'],
    [18, 14, points, 'neither'],
    [13, 18, points, 'worse'],
    [20, 15.8, percent, 'better'],
    [20, 15.9, percent, 'neither'],
  ] as const)('from %f to %f with %j: %s', (pre, post, difference, category) => {
    expect(valueOf(judgeAnchor(pre, post, difference, 'higherWorse'))).toEqual({
      category,
      withinRange: false,
    });
  });

  it('says when a change lies within a published range (PCL-5: 9 to 12)', () => {
    const range = { value: 9, upTo: 12, unit: 'points' } as const;
    const judged = (post: number) => valueOf(judgeAnchor(50, post, range, 'higherWorse'));
    expect(judged(42)).toEqual({ category: 'neither', withinRange: false });
    expect(judged(41)).toEqual({ category: 'better', withinRange: true });
    expect(judged(38)).toEqual({ category: 'better', withinRange: false });
    expect(judged(60)).toEqual({ category: 'worse', withinRange: true });
  });

  it('refuses a percentage of 0, not points from 0, and a difference that is none', () => {
    expect(judgeAnchor(0, 5, percent, 'higherWorse')).toEqual({
      ok: false,
      refusal: 'zeroBaseline',
    });
    expect(valueOf(judgeAnchor(0, 5, points, 'higherWorse')).category).toBe('worse');
    expect(judgeAnchor(9, 5, { value: 0, unit: 'points' }, 'higherWorse')).toEqual({
      ok: false,
      refusal: 'differenceNotPositive',
    });
  });
});

describe('a cut-off', () => {
  it.each([
    ['>=', [false, true, true]],
    ['>', [false, false, true]],
    ['<=', [true, true, false]],
    ['<', [true, false, false]],
  ] as const)('with %s 10, of 9, 10 and 11: %j', (op, clinical) => {
    expect([9, 10, 11].map((score) => isClinical(score, { value: 10, op }))).toEqual(clinical);
  });

  it('alone tells on which side a client is', () => {
    const cutOff = { value: 10, op: '>=' } as const;
    expect(crossing(12, 9, cutOff)).toBe('intoFunctional');
    expect(crossing(9, 10, cutOff)).toBe('intoClinical');
    expect(crossing(20, 11, cutOff)).toBe('none');
    expect(crossing(3, 9, cutOff)).toBe('none');
  });

  const usual: CutOff = {
    value: 10,
    op: '>=',
    meaning: 'clinical range',
    provenance: 'seen',
    source: 'invented',
    default: true,
  };

  it('is in use when it is the default one, for everybody, about totals and settled', () => {
    const other = { ...usual, value: 8, default: false };
    expect(cutOffInUse([other, usual])).toBe(usual);
    expect(cutOffInUse([other])).toBeNull();
    expect(cutOffInUse([])).toBeNull();
    for (const part of [
      { group: 'women' },
      { countFrom: 2 },
      { provenance: 'unsettled' },
    ] as const) {
      expect(cutOffInUse([{ ...usual, ...part }])).toBeNull();
    }
    expect(cutOffInUse([{ ...usual, provenance: 'recalled' }])?.value).toBe(10);
  });
});

describe('facts that are not applied', () => {
  it('an unsettled reliable-change value, and a definition that is only recalled', () => {
    expect(thresholdInUse(phq9.reliableChange)).toBe(6);
    expect(thresholdInUse({ ...phq9.reliableChange, provenance: 'unsettled' })).toBeNull();
    expect(thresholdInUse(null)).toBeNull();
    expect(outcomeInUse(phq9.outcome)).toBe(phq9.outcome);
    expect(outcomeInUse(gad7.outcome)).toBeNull();
    expect(outcomeInUse(null)).toBeNull();
  });
});

describe('remission', () => {
  it('is below 5 on the PHQ-9, below the cut-off where no definition was seen', () => {
    expect([4, 5].map((score) => isRemitted(score, phq9))).toEqual([true, false]);
    expect([9, 10].map((score) => isRemitted(score, gad7))).toEqual([true, false]);
    expect([30, 31].map((score) => isRemitted(score, pcl5))).toEqual([true, false]);
    expect(isRemitted(0, { outcome: null, cutOffs: [] })).toBeNull();
  });
});

describe('the words of the English talking-therapies services', () => {
  const phq = { caseness: { value: 10, op: '>=' }, category: 'noReliableChange' } as const;
  const gad = { caseness: { value: 8, op: '>=' }, category: 'noReliableChange' } as const;

  it.each([
    ['both', [18, 9, 'reliableImprovement'], [12, 7, 'reliableImprovement'], [true, true, true]],
    [
      'one is enough',
      [18, 9, 'reliableImprovement'],
      [5, 5, 'noReliableChange'],
      [true, true, true],
    ],
    [
      'the other worse',
      [18, 9, 'reliableImprovement'],
      [2, 7, 'reliableWorsening'],
      [false, true, false],
    ],
    [
      'one still a case',
      [18, 12, 'reliableImprovement'],
      [9, 5, 'reliableImprovement'],
      [true, false, false],
    ],
    [
      'never a case',
      [9, 2, 'reliableImprovement'],
      [7, 3, 'reliableImprovement'],
      [true, false, false],
    ],
    ['by a point', [10, 9, 'noReliableChange'], [5, 5, 'noReliableChange'], [false, true, false]],
  ] as const)('%s', (_, depression, anxiety, [reliableImprovement, recovery, reliableRecovery]) => {
    const [pre, post, category] = depression;
    const outcome = talkingTherapiesOutcome([
      { ...phq, pre, post, category },
      { ...gad, pre: anxiety[0], post: anxiety[1], category: anxiety[2] },
    ]);
    expect(outcome).toEqual({ reliableImprovement, recovery, reliableRecovery });
  });
});

describe("Student's t", () => {
  it.each([
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [30, 2.042],
    [31, 2.039513],
    [60, 2.000298],
    [120, 1.97993],
  ])('with %i degrees of freedom is %f', (degreesOfFreedom, expected) => {
    expect(studentT95(degreesOfFreedom)).toBeCloseTo(expected, 5);
  });

  it('is true to 2.5 millionths where the table ends and the expansion begins', () => {
    expect(Math.abs(studentT95(31) - 2.0395134464)).toBeLessThan(2.5e-6);
  });
});
