import type { GoalScale } from '../contracts/goal.ts';

/** The ends of a scale, both belong to it; every whole number between them can be chosen. */
export interface ScaleRange {
  readonly min: number;
  readonly max: number;
}

/** The ends of both scales; those of attainment after Kiresuk and Sherman (1968). */
const RANGES: Readonly<Record<GoalScale['kind'], ScaleRange>> = {
  zeroToTen: { min: 0, max: 10 },
  attainment: { min: -2, max: 2 },
};

/** The ends of a goal's scale. */
export function rangeOf({ kind }: GoalScale): ScaleRange {
  return RANGES[kind];
}

/** Whether a value is one of those that can be chosen on a scale. */
export function isOnScale(value: number, scale: GoalScale): boolean {
  const { min, max } = rangeOf(scale);
  return Number.isInteger(value) && value >= min && value <= max;
}

/** Every value of a scale, the lowest first. */
export function valuesOf(scale: GoalScale): readonly number[] {
  const { min, max } = rangeOf(scale);
  return Array.from({ length: max - min + 1 }, (_, place) => min + place);
}

/** The words that were put to a level beforehand; null on a scale without levels, or off it. */
export function levelWords(value: number, scale: GoalScale): string | null {
  if (scale.kind === 'zeroToTen') return null;
  return scale.levels[value - RANGES.attainment.min] ?? null;
}
