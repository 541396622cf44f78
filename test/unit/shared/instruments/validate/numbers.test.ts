import { describe } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type {
  CutOff,
  MinimallyImportantDifference,
  ReliableChangeValue,
  SeverityBand,
} from '#shared/contracts/thresholds.ts';
import { aaq2 } from '#shared/instruments/data/aaq2.ts';
import { auditc } from '#shared/instruments/data/auditc.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { dass21 } from '#shared/instruments/data/dass21.ts';
import { itq } from '#shared/instruments/data/itq.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { phq15 } from '#shared/instruments/data/phq15.ts';
import { psc17 } from '#shared/instruments/data/psc17.ts';
import { pswq } from '#shared/instruments/data/pswq.ts';
import { rand36 } from '#shared/instruments/data/rand36.ts';
import { scssf } from '#shared/instruments/data/scssf.ts';
import { anInstrument, aSubscale } from '../../scoring/an-instrument.ts';
import { findsEach } from './broken.ts';
import { partCutOff, twoParts } from './parts.ts';

function withCutOff(change: Partial<CutOff>): Instrument {
  return { ...phq9, cutOffs: phq9.cutOffs.map((one) => ({ ...one, ...change })) };
}

function withChange(change: Partial<ReliableChangeValue>): Instrument {
  return { ...pswq, reliableChange: { ...pswq.reliableChange, ...change } };
}

function important(change: Partial<MinimallyImportantDifference>) {
  return { minimallyImportant: pcl5.minimallyImportant.map((one) => ({ ...one, ...change })) };
}

function withImportant(change: Partial<MinimallyImportantDifference>): Instrument {
  return { ...pcl5, ...important(change) };
}

/** The DASS-21 with other bands of depression. */
function withDepressionBands(bands: SeverityBand[]): Instrument {
  return {
    ...dass21,
    subscales: dass21.subscales.map((one) => (one.id === 'depression' ? { ...one, bands } : one)),
  };
}

describe('a range that the items do not give is found:', () => {
  findsEach([
    ['a wrong minimum', { ...phq9, range: { min: -1, max: 27 } }, /range of the total/],
    ['a wrong maximum', { ...phq9, range: { min: 0, max: 26 } }, /range of the total/],
    [
      'a subscale with a wrong maximum',
      { ...pcl5, subscales: pcl5.subscales.map((scale) => ({ ...scale, max: 20 })) },
      /range of avoidance/,
    ],
    [
      'a doubled subscale with the raw maximum',
      { ...dass21, subscales: dass21.subscales.map((one) => ({ ...one, multiplier: 1 })) },
      /range of depression/,
    ],
    [
      'a mean with the maximum of a sum',
      { ...rand36, subscales: rand36.subscales.map((one) => ({ ...one, method: 'sum' as const })) },
      /range of physical_functioning/,
    ],
    [
      'a range that one subscale has not',
      {
        ...dass21,
        subscales: dass21.subscales.map((one, place) => (place === 0 ? { ...one, max: 40 } : one)),
      },
      /every subscale/,
    ],
    ['a minimum that no subscale has', { ...dass21, range: { min: 1, max: 42 } }, /every subscale/],
    ['a range that no subscale has', { ...dass21, range: { min: 0, max: 126 } }, /every subscale/],
    ['no range at all', { ...phq9, range: null }, /there is no range/],
  ]);
});

describe('bands that do not tile their scale are found:', () => {
  findsEach([
    ['a gap', { ...phq9, bands: phq9.bands.toSpliced(1, 1) }, /gap or overlap at 5, 6, 7, 8, 9/],
    ['a late beginning', { ...phq9, bands: phq9.bands.slice(1) }, /both ends/],
    [
      'a band that ends before it begins',
      { ...phq9, bands: [{ min: 0, max: -1, label: 'none' }, ...phq9.bands] },
      /ends before it begins/,
    ],
    [
      'an overlap',
      { ...phq9, bands: phq9.bands.with(0, { min: 0, max: 5, label: 'none' }) },
      /gap or overlap at 5/,
    ],
    [
      'an overlap at the very end',
      { ...phq9, bands: [...phq9.bands, { min: 27, max: 27, label: 'extreme' }] },
      /the bands of total leave a gap or overlap at 27$/,
    ],
    [
      'a mean of a subscale that is shown between two bands',
      anInstrument({
        subscales: [
          aSubscale('one', [1, 2], {
            method: 'mean',
            max: 3,
            bands: [
              { min: 0, max: 1.48, label: 'low' },
              { min: 1.5, max: 3, label: 'high' },
            ],
          }),
        ],
      }),
      /bands of one leave a gap or overlap at 1.49$/,
    ],
    [
      'a doubled score between two bands',
      withDepressionBands([
        { min: 0, max: 9, label: 'normal' },
        { min: 11, max: 42, label: 'higher' },
      ]),
      /bands of depression leave a gap or overlap at 10/,
    ],
    [
      'bands for raw scores on a doubled scale',
      withDepressionBands([
        { min: 0, max: 4, label: 'normal' },
        { min: 5, max: 21, label: 'higher' },
      ]),
      /bands of depression do not reach both ends/,
    ],
    [
      'a mean that is shown between two bands',
      { ...scssf, bands: scssf.bands.with(0, { min: 1, max: 2.48, label: 'low' }) },
      /gap or overlap at 2.49/,
    ],
    ['bands of a total without a range', { ...phq9, range: null }, /band mild belongs to no total/],
    ['bands of a total that is not there', { ...dass21, bands: phq9.bands }, /belongs to no total/],
    ['bands without a source', { ...phq9, bandsSource: '' }, /the bands name no source/],
  ]);
});

describe('a cut-off that divides nothing is found:', () => {
  findsEach([
    ['above the range', withCutOff({ value: 28 }), /out of range/],
    ['at the bottom of the range', withCutOff({ value: 0 }), /out of range/],
    ['beyond the top', withCutOff({ value: 27, op: '>' }), /out of range/],
    [
      'below the bottom, where lower is worse',
      { ...csi16, cutOffs: csi16.cutOffs.map((one) => ({ ...one, value: -1, op: '<=' as const })) },
      /cut-off -1 is out of range/,
    ],
    [
      'under the bottom, where lower is worse',
      { ...csi16, cutOffs: csi16.cutOffs.map((one) => ({ ...one, value: 0, op: '<' as const })) },
      /cut-off 0 is out of range/,
    ],
    ['on a scale without a total', { ...dass21, cutOffs: phq9.cutOffs }, /out of range/],
    [
      'more items than there are',
      { ...phq15, cutOffs: phq15.cutOffs.map((one) => ({ ...one, value: 16 })) },
      /cut-off 16 is out of range/,
    ],
    [
      'beyond its own subscale, though not beyond another',
      { ...twoParts, cutOffs: [partCutOff('short', 5)] },
      /cut-off 5 is out of range/,
    ],
    [
      'beyond its subscale',
      { ...psc17, cutOffs: psc17.cutOffs.map((one) => ({ ...one, value: 14 })) },
      /cut-off 14 is out of range/,
    ],
    ['low scores called clinical', withCutOff({ op: '<=' }), /good side/],
    [
      'high scores called clinical where higher is better',
      { ...csi16, cutOffs: csi16.cutOffs.map((one) => ({ ...one, op: '>=' as const })) },
      /good side/,
    ],
    ['no source', withCutOff({ source: '' }), /cut-off 10 names no source/],
  ]);
});

describe('a default cut-off that may not be one is found:', () => {
  findsEach([
    [
      'two of them',
      { ...phq9, cutOffs: [...phq9.cutOffs, ...phq9.cutOffs] },
      /more than one cut-off/,
    ],
    [
      'one for a group',
      {
        ...auditc,
        cutOffs: auditc.cutOffs.map((one, place) => ({ ...one, default: place === 0 })),
      },
      /a group, a subscale or a count/,
    ],
    [
      'one for a count',
      { ...phq15, cutOffs: phq15.cutOffs.map((one) => ({ ...one, default: true })) },
      /a group, a subscale or a count/,
    ],
    ['one that is unsettled', withCutOff({ provenance: 'unsettled' }), /is unsettled/],
    ['none, and no reason', withCutOff({ default: false }), /nothing says why/],
    ['none, and no reason any more', { ...aaq2, unsettled: [] }, /nothing says why/],
  ]);
});

describe('a reliable change that can’t be right is found:', () => {
  findsEach([
    [
      'larger than the scale',
      { ...phq9, reliableChange: { ...phq9.reliableChange, value: 28 } },
      /larger than the range/,
    ],
    ['on a measure without a total', { ...rand36, reliableChange: phq9.reliableChange }, /range/],
    ['computed one point low', withChange({ value: 6 }), /does not follow/],
    ['computed one point high', withChange({ value: 8 }), /does not follow/],
    ['computed from another reliability', withChange({ reliability: 0.8 }), /does not follow/],
    ['computed from nothing', withChange({ sd: null }), /does not follow/],
    ['the smallest one, computed from nothing', withChange({ sd: null, value: 1 }), /not follow/],
    [
      'computed from a spread alone',
      withChange({ sd: 1, reliability: null, value: 3 }),
      /does not follow/,
    ],
    [
      'wider than a scale that begins above 0',
      { ...aaq2, reliableChange: { ...phq9.reliableChange, value: 43 } },
      /reliable change 43 is larger than the range/,
    ],
    [
      'an odd number of points on a doubled scale',
      {
        ...dass21,
        otherReliableChange: dass21.otherReliableChange.map((one) => ({ ...one, value: 7 })),
      },
      /reliable change 7 does not follow/,
    ],
    ['an SD of 0', withChange({ sd: 0 }), /no positive SD/],
    ['a reliability of 1', withChange({ reliability: 1 }), /not between 0 and 1/],
    ['a reliability of 0', withChange({ reliability: 0 }), /not between 0 and 1/],
    ['no source', withChange({ source: '' }), /reliable change 7 names no source/],
  ]);
});

describe('another threshold that can’t be reached is found:', () => {
  findsEach([
    [
      'an important difference beyond the scale',
      withImportant({ upTo: 81 }),
      /larger than the range/,
    ],
    [
      'an important difference beyond a scale that begins above 0',
      { ...pcl5, range: { min: 4, max: 80 }, ...important({ value: 77, upTo: 78 }) },
      /important difference 77 is larger than the range/,
    ],
    ['a range of one important difference', withImportant({ upTo: 9 }), /ends before it begins/],
    [
      'more than all of the baseline',
      withImportant({ unit: 'percentOfBaseline', upTo: 101 }),
      /larger than the range/,
    ],
    [
      'a range of important differences that runs backwards',
      withImportant({ upTo: 8 }),
      /ends before it begins/,
    ],
    ['an important difference without a source', withImportant({ source: '' }), /names no source/],
    [
      'remission on a scale where higher is better',
      { ...phq9, direction: 'higherBetter', cutOffs: [] },
      /higher is better/,
    ],
    [
      'remission below the scale',
      { ...phq9, outcome: { ...phq9.outcome, remissionBelow: 0 } },
      /can not be reached/,
    ],
    [
      'remission above the scale',
      { ...phq9, outcome: { ...phq9.outcome, remissionBelow: 28 } },
      /can not be reached/,
    ],
    [
      'a response of more than everything',
      { ...phq9, outcome: { ...phq9.outcome, responsePercent: 101 } },
      /can not be reached/,
    ],
    [
      'a response of nothing',
      { ...phq9, outcome: { ...phq9.outcome, responsePercent: 0 } },
      /can not be reached/,
    ],
    [
      'non-response beyond the scale',
      { ...phq9, nonResponse: phq9.nonResponse.map((one) => ({ ...one, score: 28 })) },
      /week 4 is out of range/,
    ],
    [
      'non-response that everybody shows',
      { ...phq9, nonResponse: phq9.nonResponse.map((one) => ({ ...one, score: 0 })) },
      /week 4 is out of range/,
    ],
    [
      'the same week twice',
      { ...phq9, nonResponse: phq9.nonResponse.map((one) => ({ ...one, week: 4 })) },
      /do not ascend/,
    ],
    ['weeks in disorder', { ...phq9, nonResponse: phq9.nonResponse.toReversed() }, /do not ascend/],
    ['a recall of no time', { ...phq9, recall: { label: 'now', days: 0 } }, /recall is no time/],
  ]);
});

describe('a missing-item rule that can’t be followed is found:', () => {
  findsEach([
    [
      'a score from nothing',
      { ...phq9, missing: { ...phq9.missing, maxMissing: 9 } },
      /score from nothing/,
    ],
    [
      'fewer than none missing',
      { ...phq9, missing: { ...phq9.missing, maxMissing: -1 } },
      /score from nothing/,
    ],
    [
      'a share above 1',
      { ...phq9, missing: { ...phq9.missing, minAnsweredShare: 75 } },
      /between 0 and 1/,
    ],
    [
      'a share of nothing',
      { ...phq9, missing: { ...phq9.missing, minAnsweredShare: 0 } },
      /between 0 and 1/,
    ],
    [
      'a number and a share that disagree',
      { ...phq9, missing: { ...phq9.missing, minAnsweredShare: 0.8 } },
      /disagree/,
    ],
    [
      'missing items that nothing fills in',
      { ...itq, missing: { ...itq.missing, maxMissing: 1 } },
      /nothing says how they are filled in/,
    ],
    [
      'a share that is not all, where nothing is filled in',
      { ...itq, missing: { ...itq.missing, minAnsweredShare: 0.5 } },
      /nothing says how they are filled in/,
    ],
    [
      'subscales that take one item twice for another',
      {
        ...pcl5,
        subscales: pcl5.subscales.map((one) => ({
          ...one,
          items: one.items.map((item) => (item === 20 ? 19 : item)),
        })),
      },
      /not divided among the subscales/,
    ],
    [
      'subscales that leave an item out',
      { ...pcl5, subscales: pcl5.subscales.slice(1) },
      /not divided among the subscales/,
    ],
    [
      'a blank risk item that counts 0',
      { ...phq9, missing: { ...phq9.missing, method: 'blankCountsZero' } },
      /a safety item may be blank/,
    ],
    ['no source', { ...phq9, missing: { ...phq9.missing, source: '' } }, /names no source/],
  ]);
});
