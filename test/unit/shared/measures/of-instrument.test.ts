import { describe, expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { CutOff, ReliableChangeValue } from '#shared/contracts/thresholds.ts';
import { measuresOf } from '#shared/measures/of-instrument.ts';
import { stepOfValues } from '#shared/measures/steps.ts';
import { anInstrument, aSubscale, itemsOf, optionsFrom } from '../scoring/an-instrument.ts';

const cutOff = (value: number, over: Partial<CutOff> = {}): CutOff => ({
  value,
  op: '>=',
  meaning: 'invented',
  provenance: 'proposal',
  source: 'invented',
  default: false,
  ...over,
});

const reliable = (value: number, subscale?: string): ReliableChangeValue => ({
  value,
  kind: 'computed',
  level: '95 %',
  basis: 'invented',
  population: 'nobody',
  sd: null,
  reliability: null,
  reliabilityKind: null,
  provenance: 'proposal',
  source: 'invented',
  ...(subscale === undefined ? {} : { subscale }),
});

const twoParts = [aSubscale('one', [1, 2]), aSubscale('other', [3, 4])];

describe('an instrument with a total and subscales', () => {
  const [total, one, other] = measuresOf(
    anInstrument({
      subscales: twoParts,
      cutOffs: [cutOff(8, { default: true }), cutOff(4, { subscale: 'one' })],
      reliableChange: reliable(5),
      otherReliableChange: [reliable(6), reliable(3, 'other')],
      minimallyImportant: [
        { value: 3, unit: 'points', note: '', provenance: 'proposal', source: 'invented' },
      ],
      outcome: {
        responsePercent: 50,
        remissionBelow: 2,
        provenance: 'proposal',
        source: 'invented',
      },
      nonResponse: [{ week: 4, score: 6, meaning: '', provenance: 'proposal', source: 'invented' }],
    }),
  );

  it('yields its total under its own id', () => {
    expect(total).toMatchObject({
      id: 'invented',
      instrumentId: 'invented',
      shortTitle: 'INV',
      range: { min: 0, max: 12 },
      step: 1,
      standing: 'normed',
      cutOffs: [{ value: 8 }],
      reliableChange: { value: 5 },
      otherReliableChange: [{ value: 6 }],
      minimallyImportant: [{ value: 3 }],
      outcome: { remissionBelow: 2 },
      nonResponse: [{ week: 4 }],
    });
  });

  it('yields each subscale, with the thresholds that are its own and no other', () => {
    expect(one).toMatchObject({
      id: 'invented.one',
      instrumentId: 'invented',
      shortTitle: 'INV one',
      title: 'Invented measure: one',
      range: { min: 0, max: 6 },
      cutOffs: [{ value: 4 }],
      reliableChange: null,
      otherReliableChange: [],
    });
    expect(other).toMatchObject({ cutOffs: [], otherReliableChange: [{ value: 3 }] });
  });

  it('gives no subscale what is said of the total', () => {
    const none = { minimallyImportant: [], outcome: null, nonResponse: [] };
    expect([one, other]).toMatchObject([none, none]);
  });
});

describe('an instrument without a total', () => {
  const measures = measuresOf(
    anInstrument({
      scoring: { method: 'subscales' },
      subscales: [
        aSubscale('one', [1, 2], {
          multiplier: 2,
          max: 12,
          bands: [{ min: 0, max: 12, label: 'any' }],
        }),
        aSubscale('other', [3, 4], { multiplier: 2, max: 12 }),
      ],
      bands: [],
      reliableChange: reliable(8),
      otherReliableChange: [reliable(7, 'one')],
    }),
  );

  it('yields its subscales only, in steps of two where scores are doubled', () => {
    expect(measures).toMatchObject([
      { id: 'invented.one', step: 2, bands: [{ label: 'any' }] },
      { id: 'invented.other', step: 2, bands: [] },
    ]);
  });

  it('gives each what is said of the subscales in general', () => {
    expect(measures).toMatchObject([
      { reliableChange: { value: 8 }, otherReliableChange: [{ value: 7 }] },
      { reliableChange: { value: 8 }, otherReliableChange: [] },
    ]);
  });
});

it('a screen yields no measure: it has no line over time', () => {
  const screen = anInstrument({
    scoring: {
      method: 'screen',
      findings: [
        {
          id: 'any',
          label: 'any',
          anyOf: [1],
          atLeast: 1,
          orBlank: false,
          tier: 'urgent',
          provenance: 'proposal',
          source: 'invented',
        },
      ],
      otherwise: { id: 'none', label: 'none' },
    },
    range: null,
    bands: [],
  });
  expect(measuresOf(screen)).toEqual([]);
});

it('a composite yields one measure', () => {
  const composite = anInstrument({
    items: [],
    scoring: { method: 'composite', of: ['one', 'other'], withinDays: 7 },
  });
  expect(measuresOf(composite)).toMatchObject([{ id: 'invented', step: 1 }]);
});

it('bands that are not settled are on no measure', () => {
  const [total] = measuresOf(anInstrument({ bandsProvenance: 'unsettled' }));
  expect(total).toMatchObject({ bands: [], bandsProvenance: 'unsettled' });
});

it('a cut-off that is a number of items is none of the total', () => {
  const [total] = measuresOf(anInstrument({ cutOffs: [cutOff(3, { countFrom: 2 })] }));
  expect(total?.cutOffs).toEqual([]);
});

const stepOf = (over: Parameters<typeof anInstrument>[0]) =>
  measuresOf(anInstrument(over))[0]?.step;
const recoded = (...points: number[]) => ({
  options: points.map((point, value) => ({ value, label: String(point), points: point })),
});

describe('neighbouring scores lie apart', () => {
  it('by one point for ordinary items', () => {
    expect(stepOf({})).toBe(1);
  });

  it('by what all recoded items have in common', () => {
    const items = itemsOf(2, { 1: recoded(0, 20, 40), 2: recoded(0, 25, 50) });
    expect(stepOf({ items })).toBe(5);
    const subscales = [aSubscale('pair', [1, 2], { method: 'mean' })];
    expect(stepOf({ items, subscales, scoring: { method: 'subscales' } })).toBe(2.5);
  });

  it('by as much as their options, wherever these begin', () => {
    expect(stepOf({ options: optionsFrom(1, 4, 7) })).toBe(3);
  });

  it('by a fraction of a point for a mean', () => {
    expect(stepOf({ scoring: { method: 'mean' } })).toBe(0.25);
  });

  it('whatever an unscored question offers', () => {
    const items = itemsOf(3, {
      1: { options: optionsFrom(0, 2, 4) },
      2: { options: optionsFrom(0, 2) },
      3: { scored: false, options: optionsFrom(0, 1) },
    });
    expect(stepOf({ items })).toBe(2);
  });

  it('by one point where the wording is absent and the options are not', () => {
    expect(stepOf({ items: [], wording: 'absent' })).toBe(1);
  });

  it('by what the shared options say, where no items are at hand', () => {
    const absent: Partial<Instrument> = {
      items: [],
      wording: 'absent',
      options: optionsFrom(0, 2, 4),
    };
    expect(stepOf(absent)).toBe(2);
    const subscales = [aSubscale('pair', [1, 2])];
    expect(stepOf({ ...absent, subscales, scoring: { method: 'subscales' } })).toBe(2);
  });

  it('by one point where there is only one choice', () => {
    expect(stepOfValues([3])).toBe(1);
  });
});
