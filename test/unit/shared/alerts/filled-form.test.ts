import { describe, expect, it } from 'vitest';
import {
  filledForm,
  type GivenAnswer,
  longestRun,
  spreadOf,
} from '#shared/alerts/history/given-answers.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { aResponse, FIRST_DAY } from '../a-history.ts';
import { anInstrument, itemsOf, optionsFrom } from '../scoring/an-instrument.ts';

/** How an invented form was filled in. */
function filled(instrument: Instrument, answers: Answers) {
  const newest = aResponse(instrument, answers, { number: 1, on: FIRST_DAY });
  return filledForm({ instrument, newest, earlier: [], later: [], seconds: null });
}

/** Answers of a scale from 0 to 3, item after item. */
const given = (...values: readonly number[]): GivenAnswer[] =>
  values.map((value, index) => ({ item: index + 1, value, best: value === 0, width: 3 }));

describe('a filled form', () => {
  it('is what counts in a score: other questions are neither items nor answers', () => {
    const items = phq9.items.map((item) => (item.number === 4 ? { ...item, scored: false } : item));
    const { given: answers, itemCount } = filled({ ...phq9, items }, [
      1,
      1,
      1,
      3,
      1,
      1,
      null,
      1,
      1,
    ]);
    expect(itemCount).toBe(8);
    expect(answers.map(({ item }) => item)).toEqual([1, 2, 3, 5, 6, 8, 9]);
  });

  it('is as wide as its options lie apart, wherever they begin', () => {
    const fromOne = anInstrument({ items: itemsOf(2), options: optionsFrom(1, 5) });
    expect(filled(fromOne, [1, 5]).given.map(({ width }) => width)).toEqual([4, 4]);
  });
});

describe('the longest run', () => {
  it('is the first of equally long ones', () => {
    expect(longestRun(given(1, 2, 2, 3, 3)).map(({ item }) => item)).toEqual([2, 3]);
  });

  it('of nothing is nothing', () => {
    expect(longestRun([])).toEqual([]);
  });
});

describe('the spread', () => {
  it('is a share of the scale', () => {
    expect(spreadOf(given(0, 3))).toBe(0.5);
  });

  it('is 0 where nothing was answered, or nothing could differ', () => {
    expect(spreadOf([])).toBe(0);
    expect(spreadOf(given(1, 1).map((answer) => ({ ...answer, width: 0 })))).toBe(0);
  });
});
