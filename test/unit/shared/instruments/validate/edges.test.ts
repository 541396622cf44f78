import { describe, expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';
import { pcptsd5 } from '#shared/instruments/data/pcptsd5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { defectsOf } from '#shared/instruments/validate/defects.ts';
import { anInstrument, aRiskItem, itemsOf, optionsFrom } from '../../scoring/an-instrument.ts';
import { partCutOff, twoParts } from './parts.ts';

/** The PHQ-9 with other parts. */
const phq9With = (change: Partial<Instrument>): Instrument => ({ ...phq9, ...change });

describe('what lies at the very edge is no defect:', () => {
  it.each<[string, Instrument]>([
    ['an invented measure', anInstrument()],
    ['a measure of two parts', twoParts],
    [
      'a cut-off at the top of the scale',
      phq9With({ cutOffs: phq9.cutOffs.map((one) => ({ ...one, value: 27 })) }),
    ],
    [
      'a cut-off at the bottom, where lower is worse',
      { ...csi16, cutOffs: csi16.cutOffs.map((one) => ({ ...one, value: 0, op: '<=' as const })) },
    ],
    [
      'a cut-off below the top, where lower is worse',
      { ...csi16, cutOffs: csi16.cutOffs.map((one) => ({ ...one, value: 81, op: '<' as const })) },
    ],
    ['a cut-off of the longer subscale', { ...twoParts, cutOffs: [partCutOff('long', 5)] }],
    [
      'a reliable change over the whole scale',
      phq9With({ reliableChange: { ...phq9.reliableChange, value: 27 } }),
    ],
    [
      'an important difference over the whole scale',
      phq9With({
        minimallyImportant: phq9.minimallyImportant.map((one) => ({
          ...one,
          value: one.unit === 'points' ? 27 : 100,
        })),
      }),
    ],
    ['a recall of one day', phq9With({ recall: { label: 'today', days: 1 } })],
    [
      'remission below the highest score, and a response of everything',
      phq9With({ outcome: { ...phq9.outcome, remissionBelow: 27, responsePercent: 100 } }),
    ],
    [
      'non-response at the highest score',
      phq9With({ nonResponse: phq9.nonResponse.map((one) => ({ ...one, score: 27 })) }),
    ],
    [
      'a risk item with choices of its own',
      anInstrument({
        items: itemsOf(4, { 2: { options: optionsFrom(0, 1, 2, 3, 4, 5, 6) } }),
        range: { min: 0, max: 15 },
        bands: [],
        safetyItems: [aRiskItem(2, { positiveFrom: 5 })],
      }),
    ],
  ])('%s', (_, measure) => {
    expect(defectsOf(measure)).toEqual([]);
  });

  it('a reference to the last item, where a gate is asked besides those that are counted', () => {
    const defects = defectsOf({ ...pcptsd5, reverseItems: [6] });
    expect(defects.filter((defect) => defect.includes('does not exist'))).toEqual([]);
  });
});
