import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateAnswers } from '#shared/scoring/answers.ts';
import { bandOf } from '#shared/scoring/band.ts';
import { score } from '#shared/scoring/score.ts';
import { answersTo, anyInstrument, completeAnswersTo } from './answers.ts';

const someAnswers = anyInstrument.chain((instrument) =>
  answersTo(instrument).map((answers) => ({ instrument, answers })),
);
const completeAnswers = anyInstrument.chain((instrument) =>
  completeAnswersTo(instrument).map((answers) => ({ instrument, answers })),
);

describe('any permitted answers', () => {
  it('get a total inside the range and its band, or no number at all', () => {
    fc.assert(
      fc.property(someAnswers, ({ instrument, answers }) => {
        const result = score(instrument, answers);
        const blanks = answers.filter((answer) => answer === null).length;
        expect(result.missingItems).toHaveLength(blanks);
        if (result.status === 'unscorable') {
          expect(blanks).toBeGreaterThan(0);
          expect(result).not.toHaveProperty('total');
          return;
        }
        expect(blanks).toBeLessThanOrEqual(instrument.missing.maxMissing);
        expect(result.prorated).toBe(blanks > 0);
        expect(result.total).toBeGreaterThanOrEqual(instrument.range.min);
        expect(result.total).toBeLessThanOrEqual(instrument.range.max);
        expect(Math.abs(result.displayed - result.total)).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(result.band).toBe(bandOf(instrument, result.displayed)?.label);
      }),
    );
  });

  it('report every safety item as it was answered, a blank as a blank', () => {
    fc.assert(
      fc.property(someAnswers, ({ instrument, answers }) => {
        const { safety } = score(instrument, answers);
        expect(safety.map(({ item }) => item)).toEqual(
          instrument.safetyItems.map(({ item }) => item),
        );
        for (const { item, value, label, positive } of safety) {
          expect(value).toBe(answers[item - 1]);
          expect(label === null).toBe(value === null);
          if (value === null) expect(positive).toBe(false);
        }
      }),
    );
  });
});

describe('complete answers', () => {
  it('move the total by exactly one point when one answer moves by one', () => {
    fc.assert(
      fc.property(completeAnswers, fc.nat(), ({ instrument, answers }, seed) => {
        const index = seed % answers.length;
        const answer = answers[index] ?? 0;
        const highest = Math.max(...instrument.options.map(({ value }) => value));
        fc.pre(answer < highest);
        const before = score(instrument, answers);
        const after = score(instrument, answers.with(index, answer + 1));
        if (before.status !== 'scored' || after.status !== 'scored') throw new Error('no score');
        const step = instrument.reverseItems.includes(index + 1) ? -1 : 1;
        expect(after.total - before.total).toBe(step);
      }),
    );
  });

  it('are not changed by proration when a blank is filled with the mean of the rest', () => {
    fc.assert(
      fc.property(anyInstrument, fc.nat(), (instrument, seed) => {
        const value = instrument.options[seed % instrument.options.length]?.value ?? 0;
        const plain = { ...instrument, reverseItems: [] };
        const all = instrument.items.map((): number | null => value);
        const full = score(plain, all);
        const one = score(plain, all.with(0, null));
        if (full.status !== 'scored' || one.status !== 'scored') throw new Error('no score');
        expect(one.total).toBeCloseTo(full.total, 9);
      }),
    );
  });
});

describe('anything else', () => {
  it('is refused with an item, or taken exactly as it is', () => {
    const junk = fc.array(
      fc.oneof(fc.constant(null), fc.integer({ min: -2, max: 6 }), fc.double(), fc.anything()),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(anyInstrument, junk, (instrument, answers) => {
        const checked = validateAnswers(instrument, answers);
        if (checked.ok) {
          expect(checked.value).toEqual(answers);
          expect(checked.value).toHaveLength(instrument.items.length);
        } else {
          expect(checked.refusal.item).toBeGreaterThanOrEqual(1);
          expect(checked.refusal.item).toBeLessThanOrEqual(instrument.items.length + 1);
        }
      }),
    );
  });
});
