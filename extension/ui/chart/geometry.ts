import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { DatedScore } from '#shared/contracts/measure-line.ts';

/** What a chart is drawn from. */
export interface ChartData {
  /** Oldest first; `displayed` null leaves a gap. */
  readonly scores: readonly DatedScore[];
  readonly range: { readonly min: number; readonly max: number };
  readonly bands: readonly { readonly min: number; readonly max: number; readonly label: string }[];
  /** Null where the measure has none. */
  readonly cutOff: number | null;
  /** Centre and half-width of the reliable-change corridor; null where nothing is judged. */
  readonly corridor: { readonly baseline: number; readonly threshold: number } | null;
  /**
   * Day on which the present episode of care begins, when older scores are drawn as well: the line
   * and the corridor start anew there. Null when all scores belong to it.
   */
  readonly episodeFrom: CalendarDate | null;
  /** True when answers between the first and the second score are not in `scores`. */
  readonly leftOutAfterFirst: boolean;
}

/** Pixels of the whole drawing. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** A point that can be focused. */
export interface ChartPoint {
  readonly score: DatedScore;
  readonly x: number;
  readonly y: number;
  readonly last: boolean;
}

/** A stripe from one height to another. */
export interface Stripe {
  readonly y: number;
  readonly height: number;
}

/** The drawing, in pixels. */
export interface ChartGeometry {
  /** The plot without the axes' words. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Every second band, so that neighbours can be told apart. */
  readonly bands: readonly (Stripe & { readonly label: string })[];
  /** From its `x` to the plot's right edge: it says nothing of an earlier episode of care. */
  readonly corridor: (Stripe & { readonly x: number }) | null;
  /** Where the present episode of care begins; null when nothing older is drawn. */
  readonly episodeX: number | null;
  readonly cutOffY: number | null;
  /** SVG path; broken where a response could not be scored. */
  readonly path: string;
  readonly points: readonly ChartPoint[];
  /** Where a response could not be scored. */
  readonly gaps: readonly { readonly score: DatedScore; readonly x: number }[];
  readonly heights: readonly { readonly value: number; readonly y: number }[];
  readonly dates: readonly DateTick[];
}

/** A word on the time axis. */
export interface DateTick {
  readonly date: CalendarDate;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const MARGIN = { left: 24, right: 8, top: 8, bottom: 18 };

/** Pixels between a point and the edge, so that a circle is not cut. */
const INSET = 6;

/** Pixels that a word on the time axis needs. */
const DATE_WIDTH = 52;

/** Works out a chart. The time axis is a true one: a pause of a month is a month wide. */
export function chartGeometry(data: ChartData, size: ChartSize): ChartGeometry {
  const plot = {
    left: MARGIN.left,
    right: size.width - MARGIN.right,
    top: MARGIN.top,
    bottom: size.height - MARGIN.bottom,
  };
  const y = scaleLinear([data.range.min, data.range.max], [plot.bottom, plot.top]).clamp(true);
  const x = timeScale(data.scores, plot);
  const placed = data.scores.map((score) => ({ score, x: x(score.on) }));
  const last = data.scores.findLast(({ displayed }) => displayed !== null);
  const episodeX = data.episodeFrom === null ? null : x(data.episodeFrom);
  return {
    plot,
    bands: data.bands
      .map((band, place) => ({
        ...stripe(y(band.min), y(bandTop(data, place))),
        label: band.label,
      }))
      .filter((_, place) => place % 2 === 1),
    corridor: corridorOf(data, y, episodeX ?? plot.left),
    episodeX,
    cutOffY: data.cutOff === null ? null : y(data.cutOff),
    path: pathOf(data, x, y),
    points: placed.flatMap(({ score, x: at }) =>
      score.displayed === null
        ? []
        : [{ score, x: at, y: y(score.displayed), last: score === last }],
    ),
    gaps: placed.filter(({ score }) => score.displayed === null),
    heights: heightsOf(data, y),
    dates: dateTicks(data.scores, x, plot),
  };
}

type Height = (value: number) => number;
type Place = (date: CalendarDate) => number;

function timeScale(
  scores: readonly DatedScore[],
  plot: { readonly left: number; readonly right: number },
): Place {
  const first = scores.at(0)?.on;
  const last = scores.at(-1)?.on;
  if (first === undefined || last === undefined || first === last) {
    return () => (plot.left + plot.right) / 2;
  }
  const scale = scaleLinear(
    [Date.parse(first), Date.parse(last)],
    [plot.left + INSET, plot.right - INSET],
  );
  return (date) => scale(Date.parse(date));
}

/** Bands are whole numbers with a step between them; drawn, each reaches to the next. */
function bandTop(data: ChartData, place: number): number {
  return data.bands[place + 1]?.min ?? data.range.max;
}

function stripe(one: number, other: number): Stripe {
  return { y: Math.min(one, other), height: Math.abs(one - other) };
}

function corridorOf({ corridor }: ChartData, y: Height, from: number): ChartGeometry['corridor'] {
  if (corridor === null) return null;
  const { baseline, threshold } = corridor;
  return { ...stripe(y(baseline - threshold), y(baseline + threshold)), x: from };
}

function pathOf(data: ChartData, x: Place, y: Height): string {
  const draw = line<DatedScore | null>(
    (score) => (score === null ? 0 : x(score.on)),
    (score) => y(score?.displayed ?? 0),
  ).defined((score) => score !== null && score.displayed !== null);
  const begin = data.scores.findIndex(
    ({ on }) => data.episodeFrom !== null && on >= data.episodeFrom,
  );
  const steps = data.scores.flatMap((score, place) => {
    const isBroken = place === begin || (place === 1 && data.leftOutAfterFirst);
    return isBroken ? [null, score] : [score];
  });
  return draw(steps) ?? '';
}

function heightsOf({ range, cutOff }: ChartData, y: Height): ChartGeometry['heights'] {
  const values = cutOff === null ? [range.min, range.max] : [range.min, cutOff, range.max];
  return values.map((value) => ({ value, y: y(value) }));
}

/** First and last date, and one between them where there is room. */
function dateTicks(
  scores: readonly DatedScore[],
  x: Place,
  plot: { readonly left: number; readonly right: number },
): DateTick[] {
  const first = scores.at(0)?.on;
  const last = scores.at(-1)?.on;
  if (first === undefined || last === undefined) return [];
  if (first === last) return [{ date: first, x: x(first), anchor: 'middle' }];
  const centre = (plot.left + plot.right) / 2;
  const ends: DateTick[] = [
    { date: first, x: plot.left, anchor: 'start' },
    { date: last, x: plot.right, anchor: 'end' },
  ];
  const [middle] = scores
    .filter(
      ({ on }) => x(on) > plot.left + 1.5 * DATE_WIDTH && x(on) < plot.right - 1.5 * DATE_WIDTH,
    )
    .toSorted((one, other) => Math.abs(x(one.on) - centre) - Math.abs(x(other.on) - centre));
  return middle === undefined
    ? ends
    : [...ends, { date: middle.on, x: x(middle.on), anchor: 'middle' }];
}
