import { cutOffInUse } from '../change/in-use.ts';
import type { Measure } from '../contracts/measure.ts';
import type { MeasureTrend } from '../contracts/measure-line.ts';
import type { CutOff, SeverityBand } from '../contracts/thresholds.ts';
import type { Band, Corridor, CutOffLine, Plot } from './instructions.ts';
import type { TimeAxis } from './lay/time-axis.ts';
import type { Height } from './lay/value-axis.ts';

/**
 * Severity bands as areas. A band goes half a step beyond its scores to where the next one begins, so
 * that no score stands on an edge and belongs to two; the ends of the range are the ends of the
 * outermost bands.
 */
export function bandsDrawn(measure: Measure, height: Height): Omit<Band, 'name'>[] {
  const { bands, direction } = measure;
  return bands.map((band, place) => {
    const { label, min, max } = band;
    const rank = direction === 'higherWorse' ? place : bands.length - 1 - place;
    const top = height(upperEdge(band, bands[place + 1], measure));
    const bottom = height(lowerEdge(band, bands[place - 1], measure));
    return { label, min, max, rank, y: top, height: bottom - top };
  });
}

function upperEdge(band: SeverityBand, next: SeverityBand | undefined, measure: Measure): number {
  const { range, step } = measure;
  if (next !== undefined && next.min - band.max <= step) return (band.max + next.min) / 2;
  return band.max === range?.max ? band.max : band.max + step / 2;
}

function lowerEdge(band: SeverityBand, before: SeverityBand | undefined, measure: Measure): number {
  const { range, step } = measure;
  if (before !== undefined && band.min - before.max <= step) return (before.max + band.min) / 2;
  return band.min === range?.min ? band.min : band.min - step / 2;
}

/**
 * The cut-off in use as a line between the scores on either side of it, so that no score stands on
 * the line: `>= 10` divides between 9 and 10.
 */
export function cutOffDrawn(measure: Measure, height: Height): CutOffLine | null {
  const cutOff = cutOffInUse(measure.cutOffs);
  if (cutOff === null) return null;
  const { value, op } = cutOff;
  return { value, op, y: height(dividing(cutOff, measure)) };
}

const TOWARDS: Readonly<Record<CutOff['op'], number>> = {
  '>=': -0.5,
  '<': -0.5,
  '>': 0.5,
  '<=': 0.5,
};

/** A value that no total can have (51.5) divides by itself. */
function dividing({ value, op }: CutOff, { range, step }: Measure): number {
  const steps = (value - (range?.min ?? 0)) / step;
  return Number.isInteger(steps) ? value + TOWARDS[op] * step : value;
}

/** The corridor of measurement error, from the day of the baseline on, cut at the scale's ends. */
export function corridorDrawn(
  { trajectory }: MeasureTrend,
  { x }: Pick<TimeAxis, 'x'>,
  height: Height,
  plot: Plot,
): Corridor | null {
  const { baseline, corridor } = trajectory;
  if (baseline === null || corridor === null) return null;
  const { low, high } = corridor;
  const left = x(baseline.on);
  const top = height(high);
  return {
    x: left,
    y: top,
    width: plot.right - left,
    height: height(low) - top,
    low,
    high,
  };
}
