import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers, Score } from '#shared/contracts/response.ts';
import { choicesOf } from '#shared/instruments/choices.ts';
import { validateAnswers } from '#shared/scoring/answers.ts';
import { askedItems, gateItems } from '#shared/scoring/asked.ts';
import { pointsOf } from '#shared/scoring/points.ts';
import { score } from '#shared/scoring/score.ts';
import { answersTo, anyInstrument, completeAnswersTo } from './answers.ts';
import { anInventedInstrument } from './invented-instruments.ts';

/** A measure, of the library or invented, with permitted answers to it. */
const someAnswers = (blankOneIn = 6) =>
  fc
    .oneof(anyInstrument, anInventedInstrument)
    .chain((instrument) =>
      answersTo(instrument, blankOneIn).map((answers) => ({ instrument, answers })),
    );
const completeAnswers = fc
  .oneof(anyInstrument, anInventedInstrument)
  .chain((instrument) => completeAnswersTo(instrument).map((answers) => ({ instrument, answers })));

/** Every number in a score, by the name of what it is the score of. */
function numbersIn(result: Score): Map<string, number> {
  if (result.status !== 'scored' && result.status !== 'profile') return new Map();
  const parts = result.subscales.map(({ id, total }) => [id, total] as const);
  return new Map(result.status === 'scored' ? [['total', result.total], ...parts] : parts);
}

function rangeOf({ range, subscales }: Instrument, id: string): { min: number; max: number } {
  const found = id === 'total' ? range : subscales.find((subscale) => subscale.id === id);
  if (found === null || found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

/** Answered points and how many items there are, of an instrument without gates. */
function answered(instrument: Instrument, answers: Answers) {
  const points = instrument.items.flatMap((item, index) => {
    const answer = answers[index];
    if (item.scored === false || typeof answer !== 'number') return [];
    const reversed = instrument.reverseItems.includes(item.number);
    return [pointsOf(choicesOf(instrument, item), answer, reversed)];
  });
  return {
    sum: points.reduce((total, point) => total + point, 0),
    count: points.length,
    items: instrument.items.filter(({ scored }) => scored !== false).length,
  };
}

describe('any permitted answers', () => {
  it('get numbers inside their range, or none', () => {
    fc.assert(
      fc.property(someAnswers(), ({ instrument, answers }) => {
        for (const [id, total] of numbersIn(score(instrument, answers))) {
          const { min, max } = rangeOf(instrument, id);
          expect(total).toBeGreaterThanOrEqual(min - 1e-9);
          expect(total).toBeLessThanOrEqual(max + 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are shown rounded half up, and by no more than that', () => {
    fc.assert(
      fc.property(someAnswers(), ({ instrument, answers }) => {
        const result = score(instrument, answers);
        if (result.status !== 'scored') return;
        const unit = instrument.scoring.method === 'mean' ? 0.01 : 1;
        expect(result.displayed - result.total).toBeLessThanOrEqual(unit / 2 + 1e-9);
        expect(result.total - result.displayed).toBeLessThan(unit / 2);
        expect(
          Math.abs(result.displayed / unit - Math.round(result.displayed / unit)),
        ).toBeLessThan(1e-6);
      }),
    );
  });

  it('report every safety item that was asked as it was answered, a blank as a blank', () => {
    fc.assert(
      fc.property(someAnswers(), ({ instrument, answers }) => {
        const asked = askedItems(instrument, answers);
        const { safety } = score(instrument, answers);
        const reported = instrument.safetyItems
          .map(({ item }) => item)
          .filter((item) => asked.get(item) !== 'notAsked' || answers[item - 1] !== null);
        expect(safety.map(({ item }) => item)).toEqual(reported);
        for (const { item, value, label, positive, withdrawn } of safety) {
          expect(value).toBe(answers[item - 1]);
          expect(label === null).toBe(value === null);
          expect(withdrawn === true).toBe(asked.get(item) === 'notAsked');
          if (value === null) expect(positive).toBe(false);
        }
      }),
    );
  });

  it('score the same whatever stands at an item that was not asked', () => {
    fc.assert(
      fc.property(someAnswers(), ({ instrument, answers }) => {
        const asked = askedItems(instrument, answers);
        const cleared = answers.map((answer, index) =>
          asked.get(index + 1) === 'notAsked' ? null : answer,
        );
        const { safety: _, ...result } = score(instrument, answers);
        const { safety: __, ...without } = score(instrument, cleared);
        fc.pre(cleared.some((answer) => answer !== null));
        expect(without).toEqual(result);
      }),
    );
  });
});

describe('a higher answer', () => {
  it('moves no total and no subscale against its own points', () => {
    fc.assert(
      fc.property(someAnswers(), fc.nat(), fc.nat(), ({ instrument, answers }, place, pick) => {
        const index = place % answers.length;
        const item = instrument.items[index];
        const answer = answers[index];
        // A gate decides what else counts; the others only add their own points.
        fc.pre(item !== undefined && typeof answer === 'number');
        fc.pre(!gateItems(instrument).has(item.number));
        const choices = choicesOf(instrument, item);
        const other = choices[pick % choices.length]?.value ?? answer;
        const reversed = instrument.reverseItems.includes(item.number);
        const difference = pointsOf(choices, other, reversed) - pointsOf(choices, answer, reversed);
        const before = numbersIn(score(instrument, answers));
        const after = numbersIn(score(instrument, answers.with(index, other)));
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [id, total] of before) {
          const moved = (after.get(id) ?? Number.NaN) - total;
          expect(moved * Math.sign(difference)).toBeGreaterThanOrEqual(-1e-9);
          if (difference === 0) expect(moved).toBe(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('moves a complete sum by exactly its points', () => {
    fc.assert(
      fc.property(completeAnswers, fc.nat(), fc.nat(), ({ instrument, answers }, place, pick) => {
        const index = place % answers.length;
        const item = instrument.items[index];
        fc.pre(instrument.scoring.method === 'sum' && item !== undefined && item.scored !== false);
        fc.pre(!gateItems(instrument).has(item.number));
        fc.pre(askedItems(instrument, answers).get(item.number) === 'asked');
        const choices = choicesOf(instrument, item);
        const answer = answers[index] ?? Number.NaN;
        const other = choices[pick % choices.length]?.value ?? answer;
        const reversed = instrument.reverseItems.includes(item.number);
        const before = numbersIn(score(instrument, answers)).get('total') ?? Number.NaN;
        const after = numbersIn(score(instrument, answers.with(index, other))).get('total');
        expect(after).toBeCloseTo(
          before + pointsOf(choices, other, reversed) - pointsOf(choices, answer, reversed),
          9,
        );
      }),
    );
  });
});

describe('blanks', () => {
  const ungated = someAnswers(4).filter(
    ({ instrument }) => gateItems(instrument).size === 0 && instrument.range !== null,
  );

  it('count as the mean of what was answered, never as 0, unless the owner says 0', () => {
    fc.assert(
      fc.property(ungated, ({ instrument, answers }) => {
        const result = score(instrument, answers);
        const { method } = instrument.missing;
        fc.pre(result.status === 'scored' && method !== 'proratePerSubscale');
        const { sum, count, items } = answered(instrument, answers);
        const filled = method === 'blankCountsZero' ? sum : (sum / count) * items;
        const total = instrument.scoring.method === 'mean' ? filled / items : filled;
        const { min, max } = rangeOf(instrument, 'total');
        expect(result.total).toBeCloseTo(Math.min(max, Math.max(min, total)), 9);
      }),
    );
  });

  it('beyond what the measure allows leave no number', () => {
    fc.assert(
      fc.property(ungated, ({ instrument, answers }) => {
        const { count, items } = answered(instrument, answers);
        const result = score(instrument, answers);
        expect(result.missingItems).toHaveLength(items - count);
        if (result.status === 'scored') {
          expect(items - count).toBeLessThanOrEqual(instrument.missing.maxMissing);
          expect(result.prorated).toBe(count < items);
        } else if (result.status === 'profile') {
          expect(result.subscales.length).toBeGreaterThan(0);
        } else {
          expect(count).toBeLessThan(items);
          expect(numbersIn(result).size).toBe(0);
        }
      }),
    );
  });
});

describe('subscales that share all items', () => {
  it('add up to the total', () => {
    fc.assert(
      fc.property(someAnswers(), ({ instrument, answers }) => {
        const result = score(instrument, answers);
        const members = instrument.subscales.flatMap(({ items }) => items);
        fc.pre(result.status === 'scored' && instrument.scoring.method === 'sum');
        fc.pre(instrument.subscales.every(({ method }) => method === 'sum'));
        fc.pre(
          members.toSorted((a, b) => a - b).join() ===
            instrument.items.map(({ number }) => number).join(),
        );
        fc.pre(!result.prorated || instrument.missing.method === 'proratePerSubscale');
        const sum = result.subscales.reduce((total, part) => total + part.total, 0);
        expect(result.total).toBeCloseTo(sum, 9);
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
