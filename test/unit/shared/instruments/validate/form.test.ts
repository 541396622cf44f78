import { describe } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Item, SafetyItem } from '#shared/contracts/items.ts';
import type { ScreenFinding } from '#shared/contracts/scoring-rule.ts';
import { asq } from '#shared/instruments/data/asq.ts';
import { auditc } from '#shared/instruments/data/auditc.ts';
import { core10 } from '#shared/instruments/data/core10.ts';
import { csi4 } from '#shared/instruments/data/csi4.ts';
import { cssrsScreener } from '#shared/instruments/data/cssrs_screener.ts';
import { dass21 } from '#shared/instruments/data/dass21.ts';
import { gse } from '#shared/instruments/data/gse.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { pcptsd5 } from '#shared/instruments/data/pcptsd5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { anInstrument, aRiskItem, itemsOf, optionsFrom } from '../../scoring/an-instrument.ts';
import { findsEach } from './broken.ts';

/** The AUDIT-C with another condition on its last item. */
function auditcGatedBy(askedWhen: Item['askedWhen'] & object) {
  return {
    ...auditc,
    items: auditc.items.map((item) => (item.number === 3 ? { ...item, askedWhen } : item)),
  };
}

/** The ASQ with findings that were changed. */
function asqFinding(change: Partial<ScreenFinding>): Instrument {
  const findings = asq.scoring.findings.map((finding) => ({ ...finding, ...change }));
  return { ...asq, scoring: { ...asq.scoring, findings } };
}

/** The CORE-10 with its risk item changed. */
function core10Watching(change: Partial<SafetyItem>): Instrument {
  return { ...core10, safetyItems: core10.safetyItems.map((item) => ({ ...item, ...change })) };
}

describe('a contradiction among items and answers is found:', () => {
  findsEach([
    ['no items', { ...phq9, items: [] }, /no items/],
    ['items without wording', { ...phq9, wording: 'absent' }, /absent, and yet there are items/],
    ['items out of order', { ...phq9, items: phq9.items.toReversed() }, /item 9 stands at place 1/],
    ['an item too many', { ...phq9, itemCount: 8 }, /9 items are there, 8 are announced/],
    ['a gate that is counted', { ...pcptsd5, itemCount: 6 }, /5 items are there, 6 are announced/],
    ['one option', { ...phq9, options: phq9.options.slice(0, 1) }, /fewer than two options/],
    ['no options', { ...auditc, items: phq9.items, itemCount: 9 }, /item 1 has fewer than two/],
    [
      'two options of one value',
      { ...phq9, options: [...phq9.options, { value: 3, label: 'Always' }] },
      /same value/,
    ],
    [
      'two options of one value in an item’s own',
      {
        ...csi4,
        items: csi4.items.map((item) => ({
          ...item,
          options: item.options.with(0, item.options[1] ?? { value: 1, label: '' }),
        })),
      },
      /two options of item 1 have the same value/,
    ],
  ]);
});

describe('a contradiction in what is asked when is found:', () => {
  findsEach([
    [
      'a condition on an item that is not there',
      auditcGatedBy({ anyOf: [7], atLeast: 1 }),
      /item 3 depends on an item that does not exist/,
    ],
    [
      'a condition on the item itself',
      auditcGatedBy({ anyOf: [3], atLeast: 1 }),
      /item 3 depends on an item that does not stand before it/,
    ],
    [
      'a condition on an earlier item and on the item itself',
      auditcGatedBy({ anyOf: [1, 3], atLeast: 1 }),
      /item 3 depends on an item that does not stand before it/,
    ],
    [
      'a condition that one of its items never meets',
      anInstrument({
        items: itemsOf(4, {
          2: { options: optionsFrom(0, 1) },
          4: { askedWhen: { anyOf: [1, 2], atLeast: 2 } },
        }),
      }),
      /no answer lets item 4 be asked/,
    ],
    [
      'a condition that no answer meets',
      auditcGatedBy({ anyOf: [1], atLeast: 5 }),
      /no answer lets item 3 be asked/,
    ],
  ]);
});

describe('a reference to nothing is found:', () => {
  findsEach([
    [
      'a reverse item that is not there',
      { ...phq9, reverseItems: [10] },
      /reverse items name item 10/,
    ],
    [
      'a reverse item before the first',
      { ...phq9, reverseItems: [0] },
      /reverse items name item 0/,
    ],
    [
      'a reverse item beyond the count of a measure without wording',
      { ...gse, reverseItems: [11] },
      /reverse items name item 11/,
    ],
    [
      'a reverse item with answers of its own',
      { ...csi4, reverseItems: [1] },
      /item 1 is reversed, but its options are not those of the others/,
    ],
    [
      'a reverse item on a recoded scale',
      {
        ...core10,
        options: core10.options.map((option) => ({ ...option, points: 4 - option.value })),
      },
      /item 2 is reversed, but its options/,
    ],
    [
      'a reverse item on a scale of which one choice is recoded',
      anInstrument({
        options: [...optionsFrom(0, 1, 2), { value: 3, label: 'always', points: 4 }],
        reverseItems: [1],
      }),
      /item 1 is reversed, but its options/,
    ],
    [
      'a reverse item that counts in no score',
      anInstrument({ items: itemsOf(4, { 1: { scored: false } }), reverseItems: [1] }),
      /item 1 is reversed, but its options/,
    ],
    [
      'a cut-off for a subscale that is not there',
      { ...phq9, cutOffs: phq9.cutOffs.map((one) => ({ ...one, subscale: 'mood' })) },
      /the subscale mood, which does not exist/,
    ],
    [
      'a subscale’s item that is not there',
      {
        ...pcl5,
        subscales: pcl5.subscales.map((one) => ({ ...one, items: one.items.map((n) => n + 1) })),
      },
      /arousal name item 21/,
    ],
    [
      'two subscales of one id',
      { ...pcl5, subscales: pcl5.subscales.map((one) => ({ ...one, id: 'cluster' })) },
      /two subscales have the same id/,
    ],
    [
      'a threshold for a subscale that is not there',
      {
        ...dass21,
        otherReliableChange: dass21.otherReliableChange.map((one) => ({
          ...one,
          subscale: 'anger',
        })),
      },
      /the subscale anger, which does not exist/,
    ],
  ]);
});

describe('a safety item that can’t do its work is found:', () => {
  findsEach([
    [
      'one that is not there',
      { ...phq9, safetyItems: phq9.safetyItems.map((item) => ({ ...item, item: 10 })) },
      /safety items name item 10/,
    ],
    [
      'a threshold nobody can reach',
      { ...phq9, safetyItems: phq9.safetyItems.map((item) => ({ ...item, positiveFrom: 4 })) },
      /no answer is the threshold of safety item 9/,
    ],
    [
      'a threshold everybody reaches',
      { ...phq9, safetyItems: phq9.safetyItems.map((item) => ({ ...item, positiveFrom: 0 })) },
      /every answer to safety item 9 is positive/,
    ],
    [
      'a threshold that only other items offer',
      anInstrument({
        items: itemsOf(4, { 2: { options: optionsFrom(0, 1) } }),
        safetyItems: [aRiskItem(2, { positiveFrom: 3 })],
      }),
      /no answer is the threshold of safety item 2/,
    ],
    [
      'an emergency below the threshold',
      core10Watching({ positiveFrom: 2, emergencyFrom: 1 }),
      /the emergency of safety item 6/,
    ],
    [
      'an emergency nobody can reach',
      core10Watching({ emergencyFrom: 5 }),
      /the emergency of safety item 6/,
    ],
    [
      'one that is named twice',
      { ...core10, safetyItems: [...core10.safetyItems, ...core10.safetyItems] },
      /named twice/,
    ],
  ]);
});

describe('a screen that contradicts itself is found:', () => {
  findsEach([
    ['no findings', { ...asq, scoring: { ...asq.scoring, findings: [] } }, /no findings/],
    [
      'a finding from an item that is not there',
      asqFinding({ anyOf: [6] }),
      /finding acute names item 6/,
    ],
    [
      'a finding that no answer reaches',
      asqFinding({ atLeast: 2 }),
      /no answer to item 5 reaches finding acute/,
    ],
    ['two findings of one id', asqFinding({ id: 'positive' }), /two findings have the same id/],
    ['bands without a number', { ...asq, bands: phq9.bands }, /there are bands or cut-offs/],
    ['cut-offs without a number', { ...asq, cutOffs: phq9.cutOffs }, /there are bands or cut-offs/],
    ['a range without a number', { ...cssrsScreener, range: { min: 0, max: 7 } }, /no range/],
    ['a line of change', { ...cssrsScreener, trend: true }, /charted as change/],
  ]);
});
