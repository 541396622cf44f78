import { describe, expect, it } from 'vitest';
import type { Subscale } from '#shared/contracts/items.ts';
import { bandOf } from '#shared/scoring/band.ts';
import { filledSum } from '#shared/scoring/fill.ts';
import { roundHalfUp } from '#shared/scoring/rounding.ts';
import { score } from '#shared/scoring/score.ts';
import { anInstrument, aSubscale, itemsOf, optionsFrom, prorating } from './an-instrument.ts';

const perSubscale = {
  ...prorating(3),
  method: 'proratePerSubscale',
  minAnsweredShare: 0.75,
} as const;

describe('a measure without a total', () => {
  /** Two subscales of four items, doubled as their bands want it. */
  const doubled = anInstrument({
    items: itemsOf(8),
    scoring: { method: 'subscales' },
    range: { min: 0, max: 24 },
    bands: [],
    subscales: [
      aSubscale('calm', [1, 3, 5, 7], { multiplier: 2, max: 24 }),
      aSubscale('tense', [2, 4, 6, 8], { multiplier: 2, max: 24 }),
    ],
    missing: perSubscale,
  });

  it('gives each subscale doubled, and no total', () => {
    const result = score(doubled, [3, 0, 3, 0, 3, 0, 3, 1]);
    expect(result).toMatchObject({
      status: 'profile',
      prorated: false,
      subscales: [
        { id: 'calm', total: 24 },
        { id: 'tense', total: 2 },
      ],
    });
    expect(result).not.toHaveProperty('total');
  });

  it('fills a blank within its subscale only', () => {
    expect(score(doubled, [null, 0, 1, 0, 1, 0, 1, 0])).toMatchObject({
      prorated: true,
      missingItems: [1],
      subscales: [
        { id: 'calm', total: 8 },
        { id: 'tense', total: 0 },
      ],
    });
  });

  it('leaves out a subscale with too little answered and keeps the others', () => {
    expect(score(doubled, [null, 1, null, 1, 1, 1, 1, 1])).toMatchObject({
      status: 'profile',
      prorated: false,
      subscales: [{ id: 'tense', total: 8 }],
      missingItems: [1, 3],
    });
  });

  it('can’t be scored when no subscale can', () => {
    expect(score(doubled, [null, null, null, null, 1, 1, 1, 1])).toMatchObject({
      status: 'unscorable',
      reason: 'tooManyMissing',
    });
  });
});

describe('a mean', () => {
  const mean = anInstrument({
    options: optionsFrom(1, 2, 3, 4, 5, 6),
    scoring: { method: 'mean' },
    range: { min: 1, max: 6 },
    bands: [
      { min: 1, max: 3.49, label: 'low' },
      { min: 3.5, max: 6, label: 'high' },
    ],
    missing: prorating(1),
  });

  it('is kept unrounded, shown with two decimals, and its band read from what is shown', () => {
    expect(score(mean, [3, 3, 4, 4])).toMatchObject({ total: 3.5, displayed: 3.5, band: 'high' });
    expect(score(mean, [3, 3, 3, 4])).toMatchObject({ total: 3.25, displayed: 3.25, band: 'low' });
  });

  it('is the mean of what was answered when an item is blank', () => {
    expect(score(mean, [3, 3, 4, null])).toMatchObject({
      total: 10 / 3,
      displayed: 3.33,
      prorated: true,
    });
  });

  it('of recoded answers can be a subscale', () => {
    const recode = { options: [0, 1].map((value) => ({ value, label: 'x', points: value * 100 })) };
    const scales = anInstrument({
      items: itemsOf(3, { 1: recode, 2: recode, 3: recode }),
      scoring: { method: 'subscales' },
      range: { min: 0, max: 100 },
      bands: [],
      subscales: [aSubscale('role', [1, 2, 3], { method: 'mean', max: 100 })],
      missing: { ...perSubscale, minAnsweredShare: 0.5 },
    });
    expect(score(scales, [1, 0, 1])).toMatchObject({ subscales: [{ total: 200 / 3 }] });
    expect(score(scales, [1, null, 0])).toMatchObject({ subscales: [{ total: 50 }] });
    expect(score(scales, [1, null, null])).toMatchObject({ reason: 'tooManyMissing' });
  });
});

describe('a total with subscales', () => {
  const both = anInstrument({
    subscales: [aSubscale('one', [1, 2]), aSubscale('other', [3, 4])],
    missing: prorating(2),
  });

  it('stands beside those parts that have enough answers', () => {
    expect(score(both, [3, null, 2, 1])).toMatchObject({
      total: 8,
      subscales: [
        { id: 'one', total: 6 },
        { id: 'other', total: 3 },
      ],
    });
    expect(score(both, [null, null, 2, 1])).toMatchObject({
      total: 6,
      subscales: [{ id: 'other', total: 3 }],
    });
  });
});

describe('a filled total', () => {
  it('never leaves the scale, however wide one item is', () => {
    const wide = anInstrument({
      items: itemsOf(4, { 1: { options: optionsFrom(0, 1, 2, 3, 4, 5, 6) } }),
      range: { min: 0, max: 15 },
      bands: [{ min: 0, max: 15, label: 'any' }],
      missing: prorating(1),
    });
    // 12 x 4 / 3 would be 16.
    expect(score(wide, [6, 3, 3, null])).toMatchObject({ total: 15, displayed: 15, band: 'any' });
    expect(score(wide, [null, 3, 3, 3])).toMatchObject({ total: 12 });
  });

  it('is kept as it is where no range is known', () => {
    const unknown = anInstrument({ range: null, missing: prorating(1) });
    expect(score(unknown, [3, 3, 3, null])).toMatchObject({ total: 12, prorated: true });
  });
});

/**
 * Two subscales; the first item begins at 1, the others at 0, so that the mean of these may lie
 * below what the first allows.
 */
function uneven(over: Partial<Subscale> = {}) {
  return anInstrument({
    items: itemsOf(4, { 1: { options: optionsFrom(1, 2, 3, 4, 5) } }),
    range: { min: 1, max: 14 },
    bands: [],
    subscales: [aSubscale('one', [1, 2], { min: 1, max: 8, ...over }), aSubscale('other', [3, 4])],
    missing: { ...perSubscale, minAnsweredShare: 0.5 },
  });
}

describe('a filled subscale', () => {
  it('never leaves its own scale, and the total is still what the subscales add up to', () => {
    expect(score(uneven(), [null, 0, 2, 1])).toMatchObject({
      total: 4,
      subscales: [{ total: 1 }, { total: 3 }],
    });
    expect(score(uneven(), [5, null, 2, 1])).toMatchObject({
      total: 11,
      subscales: [{ total: 8 }, { total: 3 }],
    });
  });

  it('stays on its scale where it is doubled, and where it is a mean', () => {
    const doubled = uneven({ min: 2, max: 16, multiplier: 2 });
    const mean = uneven({ min: 0.5, max: 4, method: 'mean' });
    expect(score(doubled, [null, 0, 2, 1])).toMatchObject({ subscales: [{ total: 2 }, {}] });
    expect(score(doubled, [5, null, 2, 1])).toMatchObject({ subscales: [{ total: 16 }, {}] });
    expect(score(mean, [null, 0, 2, 1])).toMatchObject({ subscales: [{ total: 0.5 }, {}] });
    expect(score(mean, [5, null, 2, 1])).toMatchObject({ subscales: [{ total: 4 }, {}] });
    for (const measure of [doubled, mean]) {
      expect(score(measure, [null, 0, 2, 1])).toMatchObject({ total: 4 });
    }
  });

  it('is bent only where blanks were filled', () => {
    expect(score(uneven({ max: 6 }), [5, 3, 0, 0])).toMatchObject({
      subscales: [{ total: 8 }, { total: 0 }],
    });
  });
});

it('a complete total is never bent to the range that is declared', () => {
  const narrow = anInstrument({ range: { min: 0, max: 5 } });
  expect(score(narrow, [3, 3, 3, 3])).toMatchObject({ total: 12, prorated: false });
});

describe('a sum of items', () => {
  it('fills blanks by the rule, or says that it did not', () => {
    const rule = { method: 'prorate', minAnsweredShare: 0.5 } as const;
    expect(filledSum([2, 1, 3], rule)).toEqual({ sum: 6, filled: false });
    expect(filledSum([2, 1, null], rule)).toEqual({ sum: 4.5, filled: true });
    expect(filledSum([2, null, 'notAsked'], rule)).toEqual({ sum: 4, filled: true });
    expect(filledSum([2, null, null], rule)).toBeNull();
  });

  it('is never made of blanks alone, whatever the rule allows', () => {
    for (const method of ['prorate', 'proratePerSubscale', 'blankCountsZero', 'none'] as const) {
      expect(filledSum([null, null], { method, minAnsweredShare: 0 })).toBeNull();
    }
  });

  it('is not filled where no rule says how', () => {
    expect(filledSum([3, 3, null], { method: 'none', minAnsweredShare: 0 })).toBeNull();
  });
});

describe('blanks that the owner of a measure counts as 0', () => {
  const zero = anInstrument({ missing: { ...prorating(2), method: 'blankCountsZero' } });

  it('add nothing, are named, and mark the score', () => {
    expect(score(zero, [3, 3, null, null])).toMatchObject({
      total: 6,
      prorated: true,
      missingItems: [3, 4],
    });
  });

  it('give no score beyond their number, nor out of nothing', () => {
    expect(score(zero, [3, null, null, null])).toMatchObject({ reason: 'tooManyMissing' });
    expect(score(zero, [null, null, null, null])).toMatchObject({ reason: 'nothingAnswered' });
  });
});

describe('a question that counts in no score', () => {
  const extra = anInstrument({ items: itemsOf(5, { 5: { scored: false } }) });

  it('changes nothing, answered or not', () => {
    expect(score(extra, [1, 1, 1, 1, 3])).toMatchObject({ total: 4, missingItems: [] });
    expect(score(extra, [1, 1, 1, 1, null])).toMatchObject({ total: 4, missingItems: [] });
  });

  it('is no answer to the rest', () => {
    expect(score(extra, [null, null, null, null, 3])).toMatchObject({ reason: 'tooManyMissing' });
  });
});

describe('a measure without items at hand', () => {
  it('has nothing to be scored', () => {
    const composite = anInstrument({
      items: [],
      scoring: { method: 'composite', of: ['one', 'other'], withinDays: 7 },
    });
    expect(score(composite, [])).toMatchObject({ reason: 'nothingAnswered' });
  });
});

describe('bands that sources contradict', () => {
  it('are shown nowhere', () => {
    const unsettled = anInstrument({ bandsProvenance: 'unsettled' });
    expect(bandOf(unsettled, 2)).toBeNull();
    expect(score(unsettled, [1, 1, 0, 0])).toMatchObject({ displayed: 2, band: null });
  });
});

describe('display', () => {
  it.each([
    [15.5, 0, 16],
    [15.49, 0, 15],
    [10 / 3 + 7 / 6, 0, 5],
    [2.45, 1, 2.5],
    [2.449, 1, 2.4],
    [3.25, 1, 3.3],
  ])('rounds %f half up to %i places: %f', (value, places, shown) => {
    expect(roundHalfUp(value, places)).toBe(shown);
  });
});
