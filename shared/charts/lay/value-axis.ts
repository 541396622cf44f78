import type { At, Plot } from '../instructions.ts';
import { LINE } from './words.ts';

/** Heights with a name; both ends of the scale and what lies between. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** The most important first: of two that would overlap the later one is left out. */
  readonly named: readonly { readonly value: number; readonly words: string }[];
}

/** From a value to its height; what lies beyond the scale stands at its end. */
export type Height = (value: number) => number;

/** The heights of a scale in a plot: higher values stand higher, whatever they mean. */
export function heights({ min, max }: Scale, { top, bottom }: Plot): Height {
  return (value) => {
    const share = (Math.min(Math.max(value, min), max) - min) / (max - min);
    return bottom - share * (bottom - top);
  };
}

/** The named heights that don't touch each other, the lowest first. */
export function namedHeights(
  { named }: Scale,
  height: Height,
): readonly ({ readonly value: number; readonly words: string } & Pick<At, 'y'>)[] {
  const kept: { value: number; words: string; y: number }[] = [];
  for (const { value, words } of named) {
    const y = height(value);
    if (kept.every((other) => Math.abs(other.y - y) >= LINE)) kept.push({ value, words, y });
  }
  return kept.toSorted((one, other) => one.value - other.value);
}
