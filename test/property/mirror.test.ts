import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isClinical } from '#shared/change/direction.ts';
import { judgeChange } from '#shared/change/judge.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { CutOff } from '#shared/contracts/thresholds.ts';
import { choicesOf } from '#shared/instruments/choices.ts';
import { defaultCutOff } from '#shared/instruments/registry.ts';
import { score } from '#shared/scoring/score.ts';
import { anyInstrument, completeAnswersTo } from './answers.ts';

const MIRRORED = { '>=': '<=', '<=': '>=', '>': '<', '<': '>' } as const;

/** The same measure told the other way round: every item and the direction reversed. */
function mirrored(instrument: Instrument, range: { min: number; max: number }): Instrument {
  const turn = (value: number) => range.max + range.min - value;
  const reversed = new Set(instrument.reverseItems);
  const cutOffs: CutOff[] = instrument.cutOffs.map((cutOff) => ({
    ...cutOff,
    value: turn(cutOff.value),
    op: MIRRORED[cutOff.op],
  }));
  return {
    ...instrument,
    direction: instrument.direction === 'higherWorse' ? 'higherBetter' : 'higherWorse',
    reverseItems: instrument.items
      .map(({ number }) => number)
      .filter((number) => !reversed.has(number)),
    bands: instrument.bands.map(({ min, max, label }) => ({
      min: turn(max),
      max: turn(min),
      label,
    })),
    cutOffs,
  };
}

/** Measures with a total of whole points that all items add to, without recoded answers. */
const addedUp = anyInstrument
  .filter(
    (instrument) =>
      instrument.scoring.method === 'sum' &&
      instrument.items.every(
        (item) =>
          item.scored !== false &&
          item.askedWhen === undefined &&
          choicesOf(instrument, item).every(({ points }) => points === undefined),
      ),
  )
  .chain((instrument) =>
    fc.record({
      instrument: fc.constant(instrument),
      first: completeAnswersTo(instrument),
      second: completeAnswersTo(instrument),
    }),
  );

it('reversing all items and the direction leaves band, side and class of change as they are', () => {
  fc.assert(
    fc.property(
      addedUp,
      fc.integer({ min: 1, max: 20 }),
      ({ instrument, first, second }, threshold) => {
        const { range } = instrument;
        if (range === null) throw new Error('a sum has a range');
        const classes = [instrument, mirrored(instrument, range)].map((told) => {
          const [from, to] = [score(told, first), score(told, second)];
          if (from.status !== 'scored' || to.status !== 'scored') throw new Error('no score');
          const cutOff = defaultCutOff(told);
          return {
            bands: [from.band, to.band],
            clinical: cutOff === null ? null : isClinical(to.displayed, cutOff),
            change: judgeChange(from.total, to.total, threshold, told.direction),
          };
        });
        expect(classes[1]).toEqual(classes[0]);
      },
    ),
    { numRuns: 500 },
  );
});
