import * as fc from 'fast-check';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { AnswerOption, Item } from '#shared/contracts/items.ts';
import {
  anInstrument,
  aRiskItem,
  aSubscale,
  itemsOf,
  optionsFrom,
} from '#test/unit/shared/scoring/an-instrument.ts';

/** Choices as they are printed: from 0 or 1, rising or falling, recoded, with "does not apply". */
const someChoices: readonly AnswerOption[][] = [
  optionsFrom(0, 1, 2, 3),
  optionsFrom(1, 2, 3, 4, 5),
  optionsFrom(5, 4, 3, 2, 1, 0),
  [...optionsFrom(0, 1, 2), { value: -1, label: 'does not apply', points: 0 }],
  [0, 1, 2].map((value) => ({ value, label: `recoded ${value}`, points: value * 50 })),
];

const someMissingRules = fc.record({
  method: fc.constantFrom('none', 'prorate', 'proratePerSubscale', 'blankCountsZero'),
  maxMissing: fc.integer({ min: 0, max: 3 }),
  minAnsweredShare: fc.constantFrom(0.5, 0.75, 1),
});

/**
 * An instrument that nobody made up by hand: two to eight items, halved into two subscales, with
 * any way of scoring numbers, any rule for blanks, reverse items, and items that follow on others.
 */
export const anInventedInstrument: fc.Arbitrary<Instrument> = fc
  .record({
    choices: fc.array(fc.constantFrom(...someChoices), { minLength: 2, maxLength: 8 }),
    gates: fc.array(fc.option(fc.nat({ max: 6 }), { freq: 3 }), { minLength: 8, maxLength: 8 }),
    reversed: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    method: fc.constantFrom('sum', 'mean', 'subscales'),
    multiplier: fc.constantFrom(1, 2),
    missing: someMissingRules,
  })
  .map(({ choices, gates, reversed, method, multiplier, missing }) => {
    const items = itemsOf(
      choices.length,
      Object.fromEntries(
        choices.map((options, index) => [index + 1, { options, ...gateFor(index, gates[index]) }]),
      ),
    );
    const middle = Math.ceil(items.length / 2);
    const parts = [items.slice(0, middle), items.slice(middle)];
    return anInstrument({
      items,
      itemCount: items.length,
      scoring: { method },
      range: rangeOf(items, method, 1),
      bands: [],
      reverseItems: items.filter((_, index) => reversed[index]).map(({ number }) => number),
      subscales: parts.map((members, index) =>
        aSubscale(
          `part${index}`,
          members.map(({ number }) => number),
          {
            ...rangeOf(members, 'sum', method === 'subscales' ? multiplier : 1),
            multiplier: method === 'subscales' ? multiplier : 1,
          },
        ),
      ),
      missing: { ...missing, provenance: 'proposal', source: 'invented' },
      safetyItems: [aRiskItem(items.length, { positiveFrom: 2 })],
    });
  });

/** The first item never follows on another; any other may follow on one before it. */
function gateFor(index: number, gate: number | null | undefined): Pick<Item, 'askedWhen'> {
  if (gate === null || gate === undefined || gate >= index) return {};
  return { askedWhen: { anyOf: [gate + 1], atLeast: 1 } };
}

function rangeOf(
  items: readonly Item[],
  method: string,
  multiplier: number,
): { min: number; max: number } {
  const share = method === 'mean' ? 1 / items.length : 1;
  const sum = (pick: (...values: number[]) => number) =>
    items.reduce((total, { options, askedWhen }) => {
      const points = (options ?? []).map((option) => option.points ?? option.value);
      // An item that was not asked counts 0.
      return total + pick(...points, ...(askedWhen === undefined ? [] : [0]));
    }, 0) *
    share *
    multiplier;
  return { min: sum(Math.min), max: sum(Math.max) };
}
