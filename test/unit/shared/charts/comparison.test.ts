import { describe, expect, it } from 'vitest';
import { unitScores } from '#shared/charts/compare/comparable.ts';
import { comparison } from '#shared/charts/compare/comparison.ts';
import { dayOf, IN_CARE, observed, weekly } from '#test/support/a-line.ts';
import { aTrend, contextOf, known } from './a-chart.ts';

const CONTEXT = contextOf();

const phq9 = aTrend(weekly([18, 12, 6]));
const rses = aTrend(weekly([12, 17, 22]), { measure: known('rses') });
const gad7 = aTrend(weekly([8, 12, 10]), { measure: known('gad7') });

describe('measures on one axis', () => {
  it('are in units of their own reliable change since their own baseline, better up', () => {
    const units = (trend: typeof phq9) => {
      const scores = unitScores(trend);
      return typeof scores === 'string' ? scores : scores.map((score) => score.units);
    };
    expect(units(phq9)).toEqual([0, 1, 2]);
    expect(units(rses)).toEqual([0, 1, 2]);
    expect(units(gad7)).toEqual([0, -1, -0.5]);
  });

  it('have one corridor, on whose edges a change is reliable', () => {
    const drawing = comparison([phq9, rses, gad7], CONTEXT);
    const { corridor = { y: 0, height: 0 }, lines = [], zeroY = 0 } = drawing ?? {};
    const [one, other, third] = lines.map(({ marks }) => marks[1]?.y);
    expect(one).toBeCloseTo(corridor.y, 5);
    expect(other).toBeCloseTo(corridor.y, 5);
    expect(third).toBeCloseTo(corridor.y + corridor.height, 5);
    expect(zeroY).toBeCloseTo(corridor.y + corridor.height / 2, 5);
  });

  it('say the unit in words, and each line in a sentence', () => {
    const drawing = comparison([phq9, gad7], CONTEXT);
    expect(drawing?.title.words).toBe('↑ better, in units of reliable change');
    expect(drawing?.lines.map(({ said }) => said)).toEqual([
      'PHQ-9: 2.0 times its reliable change, better than baseline.',
      'GAD-7: 0.5 times its reliable change, worse than baseline.',
    ]);
  });

  it('differ in style, and their names do not overlap where the lines end together', () => {
    const drawing = comparison([phq9, rses, gad7], CONTEXT);
    expect(drawing?.lines.map(({ style }) => style)).toEqual([0, 1, 2]);
    const ends = (drawing?.lines ?? [])
      .map(({ end }) => end.y)
      .toSorted((one, other) => one - other);
    for (const [place, y] of ends.entries()) {
      if (place > 0) expect(y - (ends[place - 1] ?? y)).toBeGreaterThanOrEqual(11);
    }
  });

  it('leave out what has no common unit, and say why', () => {
    const cesd = aTrend(weekly([20, 30]), { measure: known('cesd') });
    expect(unitScores(cesd)).toBe('noThreshold');
    expect(unitScores(aTrend(weekly([20])))).toBe('onlyOneScore');
    expect(comparison([phq9, cesd], CONTEXT)).toBeNull();
  });

  it('compare nothing across episodes of care', () => {
    const care = { ...IN_CARE, startedOn: [dayOf(30)] };
    const returned = aTrend([...weekly([18, 4]), observed(3, 40, 15)], { care });
    expect(unitScores(returned)).toBe('onlyOneScore');
  });
});
