import type { CalendarDate } from '../contracts/calendar.ts';
import type { MeasureTrend } from '../contracts/measure-line.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { ChartContext } from './context.ts';
import { eventLines, eventsMarked, inLanes, type Laned } from './event-lines.ts';
import type { Band, Direction, Drawing, Plot, ValueTick } from './instructions.ts';
import { freePlace } from './lay/free-place.ts';
import { dateTicks, type TimeAxis, timeAxis } from './lay/time-axis.ts';
import { type Height, heights, namedHeights, type Scale } from './lay/value-axis.ts';
import { LINE, shortened, widthOf } from './lay/words.ts';
import { bandsDrawn, corridorDrawn, cutOffDrawn } from './levels.ts';
import { marksDrawn } from './marks.ts';
import { overlapsDrawn, pathsDrawn } from './paths.ts';
import { scaleOf } from './scale.ts';

/** Units below the plot for the dates, right of it for half a mark, and to each side of words. */
const MARGIN = { bottom: 18, right: 7, words: 4 };

/** Units above the ground at which an answer without a height stands. */
const ON_GROUND = 6;

/** The words at the scale take at most this share of the width. */
const WIDEST = 0.45;

/**
 * The drawing of one line: pure, the same for the same answers, of a bounded size however long the
 * line is. Time is a true axis; higher scores stand higher whatever they mean, and the direction is
 * said in words. A line has at least one answer.
 */
export function drawing(trend: MeasureTrend, context: ChartContext): Drawing {
  const candidates = candidatesOf(trend, context);
  const { scale, valueOf } = scaleOf(trend, candidates);
  const frame = frameOf(trend, context, candidates, scale);
  const { axis, plot, laned, top } = frame;
  const height = heights(scale, plot);
  const marks = marksDrawn(candidates, trend, context, {
    x: axis.x,
    y: (candidate) => groundOr(valueOf(candidate), height, plot),
  });
  const paths = pathsDrawn(marks.counted);
  const { measure } = trend;
  const drawn = measure === null ? [] : bandsDrawn(measure, height);
  const { baseline } = trend.trajectory;
  return {
    ...context.size,
    plot,
    direction: directionOf(trend, plot, top),
    valueTicks: ticksOf(scale, height, plot),
    dateTicks: dateTicks(axis, {
      today: context.today,
      y: context.size.height - 4,
      width: context.size.width,
    }),
    bands: drawn.map((band) => ({ ...band, name: nameOf(band, plot, marks.marks, paths) })),
    cutOff: measure === null ? null : cutOffDrawn(measure, height),
    corridor: corridorDrawn(trend, axis, height, plot),
    baseline:
      baseline === null || trend.role === 'screen'
        ? null
        : { x: axis.x(baseline.on), y: height(baseline.displayed), to: plot.right },
    overlaps: overlapsDrawn(candidates, axis, plot),
    paths,
    marks: marks.marks,
    events: eventLines(laned, plot, top),
    thinned: candidates.length - marks.marks.length,
    isScaleKnown: trend.role === 'screen' || (measure?.range ?? null) !== null,
  };
}

/** What is settled before any height. */
interface Frame {
  readonly axis: TimeAxis;
  readonly plot: Plot;
  readonly laned: readonly Laned[];
  /** Where the lines of words above the plot begin. */
  readonly top: number;
}

function frameOf(
  trend: MeasureTrend,
  context: ChartContext,
  candidates: readonly Candidate[],
  { named }: Scale,
): Frame {
  const { width, height } = context.size;
  const widest = Math.max(...named.map(({ words }) => widthOf(words)), 0);
  const left = Math.min(widest + 2 * MARGIN.words, WIDEST * width);
  const days = { first: candidates[0]?.on ?? context.today, last: lastOf(candidates, context) };
  const marked = eventsMarked(trend, context, days);
  const axis = timeAxis([days.first, days.last, ...marked.map(({ on }) => on)], {
    left,
    right: width - MARGIN.right,
  });
  const words = directionWords(trend);
  const laned = inLanes(marked, axis, words === null ? 0 : left + widthOf(words));
  const lanes = laned.reduce((most, { lane }) => Math.max(most, lane + 1), 1);
  const top = 1;
  const plot = {
    left,
    right: width - MARGIN.right,
    top: top + LINE * lanes + 3,
    bottom: height - MARGIN.bottom,
  };
  return { axis, plot, laned, top };
}

function lastOf(candidates: readonly Candidate[], { today }: ChartContext): CalendarDate {
  return candidates.at(-1)?.on ?? today;
}

/** What has no height of its own stands on the ground. */
function groundOr(value: number | null, height: Height, { bottom }: Plot): number {
  return value === null ? bottom - ON_GROUND : height(value);
}

/** Words, because an arrow alone does not say whether up is good. */
function directionWords({ measure }: MeasureTrend): string | null {
  if (measure === null) return null;
  return measure.direction === 'higherWorse' ? '↑ higher is worse' : '↑ higher is better';
}

function directionOf(trend: MeasureTrend, plot: Plot, top: number): Direction | null {
  const words = directionWords(trend);
  if (words === null) return null;
  const worse = trend.measure?.direction === 'higherWorse' ? 'up' : 'down';
  return { worse, words, x: plot.left, y: top + LINE - 3, anchor: 'start' };
}

function ticksOf(scale: Scale, height: Height, plot: Plot): ValueTick[] {
  const x = plot.left - MARGIN.words;
  return namedHeights(scale, height).map(({ value, words, y }) => ({
    value,
    words: shortened(words, x - MARGIN.words),
    x,
    y: y + 3,
    anchor: 'end',
  }));
}

/** A band's name at its right or left end, or in the middle, wherever it covers nothing. */
function nameOf(
  { label, y, height }: Omit<Band, 'name'>,
  { left, right }: Plot,
  ...drawn: [Parameters<typeof freePlace>[1], Parameters<typeof freePlace>[2]]
): Band['name'] {
  if (height < LINE) return null;
  const base = y + height / 2 + 3.5;
  return freePlace(
    [
      { words: label, x: right - 3, y: base, anchor: 'end' },
      { words: label, x: left + 3, y: base, anchor: 'start' },
      { words: label, x: (left + right) / 2, y: base, anchor: 'middle' },
    ],
    ...drawn,
  );
}
