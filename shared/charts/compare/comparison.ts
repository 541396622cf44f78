import type { CalendarDate } from '../../contracts/calendar.ts';
import { dateInWords } from '../../contracts/calendar.ts';
import type { MeasureTrend } from '../../contracts/measure-line.ts';
import type { Plot, Size, ValueTick } from '../instructions.ts';
import { thinned } from '../lay/thin.ts';
import { dateTicks, type TimeAxis, timeAxis } from '../lay/time-axis.ts';
import { type Height, heights, namedHeights, type Scale } from '../lay/value-axis.ts';
import { LINE, widthOf } from '../lay/words.ts';
import { totalInWords } from '../said/score-said.ts';
import { type UnitScore, unitScores } from './comparable.ts';
import type { ComparedLine, ComparedMark, Comparison } from './instructions.ts';
import { BESIDE, withEnds } from './line-ends.ts';

/** How a comparison is drawn. */
export interface ComparisonContext {
  readonly size: Size;
  readonly today: CalendarDate;
}

/** A measure with its scores in units. */
interface Compared {
  readonly trend: MeasureTrend;
  readonly scores: readonly UnitScore[];
}

const MARGIN = { left: 22, bottom: 18 };

/** Names at the end of lines take at most this share of the width. */
const WIDEST = 0.3;

/** At least so many units to either side, so that noise fills no chart. */
const LEAST = 1.5;

/** Several measures on one axis; null with fewer than two that can be compared. */
export function comparison(
  trends: readonly MeasureTrend[],
  { size, today }: ComparisonContext,
): Comparison | null {
  const compared = trends.flatMap((trend): Compared[] => {
    const scores = unitScores(trend);
    return typeof scores === 'string' ? [] : [{ trend, scores }];
  });
  if (compared.length < 2) return null;
  const plot = plotOf(compared, size);
  const days = compared.flatMap(({ scores }) => scores.map(({ point }) => point.on));
  const axis = timeAxis(days, plot);
  const scale = scaleOf(compared);
  const height = heights(scale, plot);
  const lines = compared.map((one, style) => lineOf(one, style, axis, height));
  const top = height(1);
  return {
    ...size,
    plot,
    title: { words: '↑ better, in units of reliable change', x: 0, y: LINE - 2, anchor: 'start' },
    valueTicks: ticksOf(scale, height, plot),
    dateTicks: dateTicks(axis, { today, y: size.height - 4, width: size.width }),
    corridor: { y: top, height: height(-1) - top },
    zeroY: height(0),
    lines: withEnds(lines, plot, size),
  };
}

function plotOf(compared: readonly Compared[], { width, height }: Size): Plot {
  const widest = Math.max(...compared.map(({ trend }) => widthOf(trend.name)));
  return {
    left: MARGIN.left,
    right: width - Math.min(widest, WIDEST * width) - BESIDE,
    top: LINE + 4,
    bottom: height - MARGIN.bottom,
  };
}

function scaleOf(compared: readonly Compared[]): Scale {
  const units = compared.flatMap(({ scores }) => scores.map((score) => score.units));
  const max = units.reduce((one, other) => Math.max(one, other), LEAST);
  const min = units.reduce((one, other) => Math.min(one, other), -LEAST);
  const whole = Array.from(
    { length: Math.floor(max) - Math.ceil(min) + 1 },
    (_, place) => Math.ceil(min) + place,
  );
  const first = [0, 1, -1];
  const named = [...first, ...whole.filter((value) => !first.includes(value))];
  return { min, max, named: named.map((value) => ({ value, words: signed(value) })) };
}

function signed(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${value}` : `−${-value}`;
}

function ticksOf(scale: Scale, height: Height, { left }: Plot): ValueTick[] {
  return namedHeights(scale, height).map(({ value, words, y }) => ({
    value,
    words,
    x: left - 5,
    y: y + 3,
    anchor: 'end',
  }));
}

function lineOf(
  { trend, scores }: Compared,
  style: number,
  { x }: TimeAxis,
  height: Height,
): Omit<ComparedLine, 'end'> {
  const marks = scores.map(({ point, units }): ComparedMark => {
    const said = `${trend.name}, ${dateInWords(point.on, { year: true })}: ${totalInWords(trend, point.displayed)}, ${unitsSaid(units)}`;
    return { key: point.responseId, shape: 'score', x: x(point.on), y: height(units), said };
  });
  const newest = scores.at(-1)?.units ?? 0;
  return {
    key: trend.measureId,
    name: trend.name,
    style,
    marks: thinned(marks, () => false),
    said: `${trend.name}: ${unitsSaid(newest)}.`,
  };
}

/** `1.2 times its reliable change, better than baseline`. */
function unitsSaid(units: number): string {
  const size = Math.abs(units).toFixed(1);
  if (size === '0.0') return 'as at baseline';
  return `${size} times its reliable change, ${units > 0 ? 'better' : 'worse'} than baseline`;
}
