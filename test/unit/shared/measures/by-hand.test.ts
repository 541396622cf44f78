import { describe, expect, it } from 'vitest';
import { HandMeasure } from '#shared/contracts/hand-measure.ts';
import { measureByHand, readingByHand } from '#shared/measures/by-hand.ts';
import { measure } from '#shared/measures/lookup.ts';

const STATED = HandMeasure.parse({
  id: 'oldscale',
  version: 1,
  name: 'OLD-45',
  direction: 'higherWorse',
  range: { min: 0, max: 180 },
  bands: [
    { min: 0, max: 63, label: 'below' },
    { min: 64, max: 180, label: 'above' },
  ],
  bandsSource: 'the practice’s licence folder',
});

const made = (over: Partial<HandMeasure> = {}) => {
  const result = measureByHand({ ...STATED, ...over });
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};

describe('a measure entered by hand', () => {
  it('has a line of its own and claims no norm', () => {
    expect(made()).toEqual({
      id: 'hand:oldscale',
      instrumentId: 'hand:oldscale',
      version: 1,
      shortTitle: 'OLD-45',
      title: 'OLD-45',
      direction: 'higherWorse',
      range: { min: 0, max: 180 },
      step: 1,
      recall: { label: 'as asked', days: null },
      bands: STATED.bands,
      bandsProvenance: 'recalled',
      bandsSource: 'the practice’s licence folder',
      cutOffs: [],
      reliableChange: null,
      otherReliableChange: [],
      minimallyImportant: [],
      outcome: null,
      nonResponse: [],
      trend: true,
      standing: 'own',
    });
  });

  it('has bands only if the practice supplies them', () => {
    const bare = made({ bands: [], bandsSource: '' });
    expect(readingByHand(made(), 70)).toMatchObject({ value: { band: 'above' } });
    expect(readingByHand(bare, 70)).toEqual({
      ok: true,
      value: {
        measureId: 'hand:oldscale',
        total: 70,
        displayed: 70,
        band: null,
        prorated: false,
      },
    });
  });

  it('takes totals of its scale, and any where no range is stated', () => {
    expect(readingByHand(made(), 181)).toEqual({ ok: false, refusal: 'outOfRange' });
    expect(readingByHand(made(), -1)).toEqual({ ok: false, refusal: 'outOfRange' });
    expect(readingByHand(made(), Number.NaN)).toEqual({ ok: false, refusal: 'notANumber' });
    expect(readingByHand(made({ range: null }), 181).ok).toBe(true);
  });

  it('takes both ends of its scale', () => {
    expect(readingByHand(made(), 0)).toMatchObject({ value: { total: 0, band: 'below' } });
    expect(readingByHand(made(), 180)).toMatchObject({ value: { total: 180, band: 'above' } });
  });

  it('may have a band of a single score', () => {
    const bands = [{ min: 5, max: 5, label: 'five' }];
    expect(readingByHand(made({ bands }), 5)).toMatchObject({ value: { band: 'five' } });
  });

  it.each([
    ['a range that runs backwards', { range: { min: 9, max: 9 }, bands: [] }, 'rangeBackwards'],
    ['bands from nowhere', { bandsSource: ' ' }, 'bandsWithoutSource'],
    ['a band beyond the range', { range: { min: 0, max: 100 } }, 'bandsDoNotFit'],
    ['a band before the range', { range: { min: 1, max: 180 } }, 'bandsDoNotFit'],
    ['bands in disorder', { bands: STATED.bands.toReversed() }, 'bandsDoNotFit'],
    [
      'one score in two bands',
      {
        bands: [
          { min: 0, max: 64, label: 'below' },
          { min: 64, max: 180, label: 'above' },
        ],
      },
      'bandsDoNotFit',
    ],
    [
      'a band that ends before it begins',
      { bands: [{ min: 2, max: 1, label: 'x' }] },
      'bandsDoNotFit',
    ],
  ])('is refused with %s', (_, over, refusal) => {
    expect(measureByHand({ ...STATED, ...over })).toEqual({ ok: false, refusal });
  });
});

describe('looking a measure up', () => {
  it('finds the practice’s own among those it is given, in their version', () => {
    const own = [made()];
    expect(measure('hand:oldscale', 1, own)).toBe(own[0]);
    expect(measure('hand:oldscale', 2, own)).toBeNull();
    expect(measure('hand:oldscale')).toBeNull();
  });

  it('tells versions and names apart among the practice’s own', () => {
    const [other, first, second] = [made({ id: 'other' }), made(), made({ version: 2 })];
    const own = [other, first, second];
    expect(measure('hand:oldscale', 1, own)).toBe(first);
    expect(measure('hand:oldscale', 2, own)).toBe(second);
    expect(measure('hand:oldscale', undefined, own)).toBe(first);
    expect(measure('hand:nothing', 1, own)).toBeNull();
  });

  it('finds nothing under a name that only looks like one', () => {
    expect(measure('phq9.nothing')).toBeNull();
    expect(measure('bdi2')).toBeNull();
  });
});
