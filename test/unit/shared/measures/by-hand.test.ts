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
    expect(made()).toMatchObject({
      id: 'hand:oldscale',
      instrumentId: 'hand:oldscale',
      standing: 'own',
      cutOffs: [],
      reliableChange: null,
      outcome: null,
      trend: true,
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

  it.each([
    ['a range that runs backwards', { range: { min: 9, max: 9 }, bands: [] }, 'rangeBackwards'],
    ['bands from nowhere', { bandsSource: ' ' }, 'bandsWithoutSource'],
    ['a band beyond the range', { range: { min: 0, max: 100 } }, 'bandsDoNotFit'],
    ['a band before the range', { range: { min: 1, max: 180 } }, 'bandsDoNotFit'],
    ['bands that overlap', { bands: STATED.bands.toReversed() }, 'bandsDoNotFit'],
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

  it('finds nothing under a name that only looks like one', () => {
    expect(measure('phq9.nothing')).toBeNull();
    expect(measure('bdi2')).toBeNull();
  });
});
