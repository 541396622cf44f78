import { describe, expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { pcl5 } from '#shared/instruments/pcl5.ts';
import { phq9 } from '#shared/instruments/phq9.ts';
import { defectsOf } from '#shared/instruments/validate.ts';

const [firstBand, ...otherBands] = phq9.bands;
const [cutOff] = phq9.cutOffs;

/** Ways to break the data, each with the sentence that finds it. */
const BROKEN: readonly (readonly [string, Instrument, RegExp])[] = [
  ['no items', { ...phq9, items: [] }, /no items/],
  ['items out of order', { ...phq9, items: phq9.items.toReversed() }, /item 9 stands at place 1/],
  ['one option', { ...phq9, options: phq9.options.slice(0, 1) }, /fewer than two options/],
  [
    'two options of one value',
    { ...phq9, options: [...phq9.options, { value: 3, label: 'Always' }] },
    /same value/,
  ],
  ['a wrong maximum', { ...phq9, range: { min: 0, max: 26 } }, /range of total/],
  [
    'a subscale with a wrong maximum',
    { ...pcl5, subscales: pcl5.subscales.map((scale) => ({ ...scale, max: 20 })) },
    /range of avoidance/,
  ],
  [
    'a reverse item that is not there',
    { ...phq9, reverseItems: [10] },
    /reverse items name item 10/,
  ],
  [
    'a safety item that is not there',
    { ...phq9, safetyItems: phq9.safetyItems.map((item) => ({ ...item, item: 10 })) },
    /safety items name item 10/,
  ],
  [
    'a safety threshold nobody can reach',
    { ...phq9, safetyItems: phq9.safetyItems.map((item) => ({ ...item, positiveFrom: 4 })) },
    /threshold of safety item 9/,
  ],
  ['a gap between bands', { ...phq9, bands: phq9.bands.toSpliced(1, 1) }, /gap or overlap/],
  ['bands that begin late', { ...phq9, bands: otherBands }, /both ends/],
  [
    'a band that ends before it begins',
    { ...phq9, bands: [{ min: 0, max: -1, label: 'none' }, ...phq9.bands] },
    /ends before it begins/,
  ],
  [
    'overlapping bands',
    { ...phq9, bands: [{ min: 0, max: 5, label: firstBand?.label ?? '' }, ...otherBands] },
    /gap or overlap/,
  ],
  [
    'a cut-off above the range',
    { ...phq9, cutOffs: phq9.cutOffs.map((one) => ({ ...one, value: 28 })) },
    /out of range/,
  ],
  [
    'a cut-off that calls low scores clinical',
    { ...phq9, cutOffs: phq9.cutOffs.map((one) => ({ ...one, op: '<=' as const })) },
    /good side/,
  ],
  [
    'two default cut-offs',
    { ...phq9, cutOffs: cutOff === undefined ? [] : [cutOff, cutOff] },
    /exactly one/,
  ],
  [
    'a reliable change larger than the scale',
    { ...phq9, reliableChange: { ...phq9.reliableChange, value: 28 } },
    /larger than the range/,
  ],
  [
    'remission on a scale where higher is better',
    { ...phq9, direction: 'higherBetter', cutOffs: [] },
    /higher is better/,
  ],
  [
    'a score from nothing',
    { ...phq9, missing: { ...phq9.missing, maxMissing: 9 } },
    /score from nothing/,
  ],
  [
    'a share of answered items above 1',
    { ...phq9, missing: { ...phq9.missing, minAnsweredShare: 75 } },
    /between 0 and 1/,
  ],
  [
    'subscales that leave an item out',
    { ...pcl5, subscales: pcl5.subscales.slice(1) },
    /not divided among the subscales/,
  ],
  [
    'fewer LOINC codes than items',
    { ...phq9, loinc: { ...phq9.loinc, items: ['44250-9'] } },
    /LOINC/,
  ],
];

describe('a contradiction in the data is found:', () => {
  it.each(BROKEN)('%s', (_, measure, sentence) => {
    expect(defectsOf(measure).join('; ')).toMatch(sentence);
  });
});
