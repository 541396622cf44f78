import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { goalFaults } from '#shared/goals/faults.ts';
import { isOnScale, levelWords, valuesOf } from '#shared/goals/scale.ts';
import { ratingInWords } from '#shared/words/goals.ts';
import { aGoalOf, LEVELS } from './a-goal.ts';

const ZERO_TO_TEN = { kind: 'zeroToTen' } as const;

describe('a goal as it was typed', () => {
  it('may be kept when everything is there', () => {
    expect(goalFaults(aGoalOf())).toEqual([]);
    expect(goalFaults(aGoalOf({ scale: LEVELS }))).toEqual([]);
    expect(goalFaults(aGoalOf({ targetOn: CalendarDate.parse('2026-10-01') }))).toEqual([]);
    expect(goalFaults(aGoalOf({ words: '散歩' }))).toEqual([]);
    expect(goalFaults(aGoalOf({ words: '😊' }))).toEqual([]);
  });

  it.each<[string, Parameters<typeof aGoalOf>[0], readonly string[]]>([
    ['words of which nothing is seen', { words: '\u200B\u202E \u2060' }, ['wordsMissing']],
    ['words of stops alone', { words: '...' }, ['wordsMissing']],
    [
      'a level without words',
      { scale: { kind: 'attainment', levels: ['a', 'b', '\u200B', 'd', 'e'] } },
      ['levelMissing'],
    ],
    [
      'two levels that nobody can tell apart',
      { scale: { kind: 'attainment', levels: ['a', 'once a  week', 'c', 'Once a week ', 'e'] } },
      ['levelsAlike'],
    ],
    [
      'a target before it was agreed',
      { targetOn: CalendarDate.parse('2026-09-30') },
      ['targetTooEarly'],
    ],
  ])('may not be kept with %s', (_, told, faults) => {
    expect(goalFaults(aGoalOf(told))).toEqual(faults);
  });
});

describe('a scale', () => {
  it('holds its own values and no others', () => {
    expect(valuesOf(ZERO_TO_TEN)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(valuesOf(LEVELS)).toEqual([-2, -1, 0, 1, 2]);
    for (const value of [-1, 11, 4.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(isOnScale(value, ZERO_TO_TEN)).toBe(false);
    }
    expect(isOnScale(-3, LEVELS)).toBe(false);
    expect(isOnScale(3, LEVELS)).toBe(false);
  });

  it('has words for the levels that were agreed', () => {
    expect(levelWords(-2, LEVELS)).toBe('stays at home');
    expect(levelWords(2, LEVELS)).toBe('every day');
    expect(levelWords(3, LEVELS)).toBeNull();
    expect(levelWords(0, ZERO_TO_TEN)).toBeNull();
  });

  it('says a rating as it is', () => {
    expect(ratingInWords(0, ZERO_TO_TEN)).toBe('0 of 10');
    expect(ratingInWords(-2, LEVELS)).toBe('-2, much less than expected');
    expect(ratingInWords(0, LEVELS)).toBe('0, as expected');
    expect(ratingInWords(1, LEVELS)).toBe('+1, more than expected');
  });
});
