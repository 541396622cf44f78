import { describe, expect, it } from 'vitest';
import { validateAnswers } from '#shared/scoring/answers.ts';
import { countCutOff, itemsReaching } from '#shared/scoring/counts.ts';
import { answerLabel } from '#shared/scoring/labels.ts';
import { score } from '#shared/scoring/score.ts';
import { anInstrument, itemsOf, optionsFrom } from './an-instrument.ts';

describe('reverse items', () => {
  it('are kept as answered and reversed in scoring, by the options of that very item', () => {
    const wide = { options: optionsFrom(0, 1, 2, 3, 4, 5, 6) };
    const instrument = anInstrument({
      items: itemsOf(4, { 1: wide }),
      range: { min: 0, max: 15 },
      reverseItems: [1, 2],
    });
    const answers = [6, 3, 3, 3];
    expect(validateAnswers(instrument, answers)).toEqual({ ok: true, value: [6, 3, 3, 3] });
    expect(score(instrument, answers)).toMatchObject({ total: 6 });
    expect(score(instrument, [0, 0, 3, 3])).toMatchObject({ total: 15 });
  });

  it('turn where the lowest option is 1: 1 becomes 5', () => {
    const instrument = anInstrument({
      options: optionsFrom(1, 2, 3, 4, 5),
      range: { min: 4, max: 20 },
      reverseItems: [1],
    });
    expect(score(instrument, [1, 1, 1, 1])).toMatchObject({ total: 8 });
  });

  it('give another total in another order of the same items, so the key goes with the order', () => {
    const instrument = anInstrument({ reverseItems: [2, 3] });
    const inOrder = score(instrument, [3, 0, 0, 3]);
    const swapped = score({ ...instrument, reverseItems: [1, 2] }, [3, 0, 0, 3]);
    expect([inOrder, swapped]).toMatchObject([{ total: 12 }, { total: 6 }]);
  });
});

describe('options with points of their own', () => {
  const recoded = anInstrument({
    options: [
      ...optionsFrom(0, 1, 2, 3),
      { value: 4, label: 'every day', points: 3 },
      { value: -1, label: 'does not apply', points: 0 },
    ],
  });

  it('score these, whatever their value is', () => {
    expect(score(recoded, [3, 4, 4, 3])).toMatchObject({ total: 12 });
  });

  it('make "does not apply" 0 points that are not missing', () => {
    expect(score(recoded, [-1, 1, 1, 1])).toMatchObject({ total: 3, missingItems: [] });
  });

  it('are no step of the scale on a reverse item', () => {
    const reversed = { ...recoded, reverseItems: [1] };
    expect(score(reversed, [0, 0, 0, 0])).toMatchObject({ total: 3 });
    expect(score(reversed, [-1, 0, 0, 0])).toMatchObject({ total: 0 });
  });
});

describe('printed order', () => {
  it('does not matter: the value counts', () => {
    const descending = anInstrument({
      items: itemsOf(4, { 2: { options: optionsFrom(3, 2, 1, 0) } }),
    });
    expect(score(descending, [0, 3, 0, 0])).toMatchObject({ total: 3 });
  });
});

describe('an answer that only another item offers', () => {
  it('is refused at the item it was given to', () => {
    const instrument = anInstrument({ items: itemsOf(4, { 1: { options: optionsFrom(0, 6) } }) });
    expect(validateAnswers(instrument, [6, 0, 0, 0]).ok).toBe(true);
    expect(validateAnswers(instrument, [0, 6, 0, 0])).toEqual({
      ok: false,
      refusal: { reason: 'notAnOption', item: 2 },
    });
    expect(validateAnswers(instrument, [3, 0, 0, 0])).toEqual({
      ok: false,
      refusal: { reason: 'notAnOption', item: 1 },
    });
  });
});

describe('a cut-off that is a number of items', () => {
  const threeRatedTwo = {
    value: 3,
    op: '>=',
    meaning: 'three items rated 2',
    provenance: 'proposal',
    source: 'invented',
    default: false,
    countFrom: 2,
  } as const;
  const instrument = anInstrument();

  it('is no total: 3 points in all are not three items', () => {
    expect(countCutOff(instrument, [1, 1, 1, 0], threeRatedTwo)).toBe('notReached');
    expect(countCutOff(instrument, [2, 2, 0, 0], threeRatedTwo)).toBe('notReached');
    expect(countCutOff(instrument, [2, 3, 2, 0], threeRatedTwo)).toBe('reached');
  });

  it('is unknown while blanks could tip it', () => {
    expect(countCutOff(instrument, [2, 2, null, 0], threeRatedTwo)).toBe('unknown');
    expect(countCutOff(instrument, [2, 0, null, 0], threeRatedTwo)).toBe('notReached');
    expect(itemsReaching(instrument, [2, 2, null, 0], 2)).toEqual({ count: 2, blank: 1 });
  });

  it('does not take a blank for a rating, whatever is counted', () => {
    expect(itemsReaching(instrument, [2, 0, null, 0], 0)).toEqual({ count: 3, blank: 1 });
  });

  it('does not take "does not apply" for a rating', () => {
    const withNone = {
      ...instrument,
      options: [...instrument.options, { value: 9, label: 'does not apply', points: 0 }],
    };
    expect(itemsReaching(withNone, [9, 2, 2, 0], 2)).toEqual({ count: 2, blank: 0 });
  });

  it.each([
    ['<=', 1, 'reached'],
    ['<=', 0, 'notReached'],
    ['<', 1, 'notReached'],
    ['<', 2, 'reached'],
    ['>', 1, 'notReached'],
    ['>', 0, 'reached'],
  ] as const)('is read with its sign: one item %s %i is %s', (op, value, verdict) => {
    expect(countCutOff(instrument, [2, 0, 0, 0], { ...threeRatedTwo, op, value })).toBe(verdict);
  });

  it('leaves a cut-off of the total to the total', () => {
    const { countFrom: _, ...ofTotal } = threeRatedTwo;
    expect(countCutOff(instrument, [2, 2, 2, 2], ofTotal)).toBeNull();
  });
});

describe('the words of an answer', () => {
  const instrument = anInstrument();

  it('are those of its choice', () => {
    expect(answerLabel(instrument, 1, 2)).toBe('choice 2');
  });

  it('are none for a blank, for no choice and for no item', () => {
    expect(answerLabel(instrument, 1, null)).toBeNull();
    expect(answerLabel(instrument, 1, 7)).toBeNull();
    expect(answerLabel(instrument, 5, 2)).toBeNull();
  });
});
