import type { Instrument } from '../../contracts/instrument.ts';
import type { Item, Subscale } from '../../contracts/items.ts';
import { choicesOf } from '../choices.ts';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** The declared range is what the answers add up to; only a screen has none. */
export function rangeDefects(measure: Instrument): string[] {
  const { scoring, range, wording } = measure;
  if (scoring.method === 'screen') {
    return range === null ? [] : ['a screen has no range, and yet there is one'];
  }
  if (range === null) return ['there is no range, though there is a number'];
  if (wording !== 'given') return [];
  const scored = measure.items.filter((item) => item.scored !== false);
  const defects = measure.subscales.flatMap((subscale) => subscaleDefects(measure, subscale));
  if (scoring.method === 'subscales') {
    const fits = measure.subscales.every(({ min, max }) => min === range.min && max === range.max);
    return fits ? defects : [...defects, 'the range is not that of every subscale'];
  }
  const total = attainable(measure, scored, { method: scoring.method, multiplier: 1 });
  return same(total, range)
    ? defects
    : [...defects, 'the range of the total is not what its items add up to'];
}

function subscaleDefects(measure: Instrument, subscale: Subscale): string[] {
  const members = measure.items.filter(({ number }) => subscale.items.includes(number));
  return same(attainable(measure, members, subscale), subscale)
    ? []
    : [`the range of ${subscale.id} is not what its items add up to`];
}

function attainable(
  measure: Instrument,
  items: readonly Item[],
  { method, multiplier }: { method: string; multiplier: number },
): Range {
  const points = items.map((item) =>
    choicesOf(measure, item).map((option) => option.points ?? option.value),
  );
  const share = method === 'mean' ? 1 / items.length : 1;
  const sum = (pick: (...values: number[]) => number) =>
    points.reduce((total, values) => total + pick(...values), 0) * share * multiplier;
  return { min: sum(Math.min), max: sum(Math.max) };
}

/** The same but for the error of dividing by a number of items. */
function same(one: Range, other: Range): boolean {
  const tolerance = 1e-9;
  return Math.abs(one.min - other.min) < tolerance && Math.abs(one.max - other.max) < tolerance;
}
