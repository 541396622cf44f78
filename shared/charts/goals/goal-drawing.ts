import { type CalendarDate, dateInWords } from '../../contracts/calendar.ts';
import type { GoalCourse, GoalRating, Rater } from '../../contracts/goal.ts';
import { rangeOf, valuesOf } from '../../goals/scale.ts';
import { ratingInWords, signedLevel } from '../../words/goals.ts';
import type { ComparedLine, ComparedMark, LineSet } from '../compare/instructions.ts';
import { BESIDE, withEnds } from '../compare/line-ends.ts';
import type { Plot, Size, ValueTick } from '../instructions.ts';
import { dateTicks, type TimeAxis, timeAxis } from '../lay/time-axis.ts';
import { type Height, heights, namedHeights, type Scale } from '../lay/value-axis.ts';
import { LINE, widthOf } from '../lay/words.ts';

/** How a goal is drawn. */
export interface GoalContext {
  readonly size: Size;
  readonly today: CalendarDate;
}

/** In the order of their strokes and marks, which differ without any colour. */
const RATERS: readonly Rater[] = ['client', 'clinician'];

/** What stands at the end of a rater's line. */
export const RATER_NAMES: Readonly<Record<Rater, string>> = {
  client: 'Client',
  clinician: 'Clinician',
};

const MARGIN = { left: 22, bottom: 18 };

/**
 * How both rated one goal over time: two lines on the goal's whole scale, told apart by stroke and
 * mark. No band, no corridor: goals have no norm. Null with fewer than two ratings.
 */
export function goalDrawing(goal: GoalCourse, { size, today }: GoalContext): LineSet | null {
  if (goal.ratings.length < 2) return null;
  const plot = plotOf(size);
  const axis = timeAxis(
    goal.ratings.map(({ on }) => on),
    plot,
  );
  const scale = scaleOf(goal);
  const height = heights(scale, plot);
  const lines = RATERS.flatMap((rater, style) => lineOf(goal, { rater, style }, axis, height));
  return {
    ...size,
    plot,
    title: { words: '↑ closer to the goal', x: 0, y: LINE - 2, anchor: 'start' },
    valueTicks: ticksOf(scale, height, plot),
    dateTicks: dateTicks(axis, { today, y: size.height - 4, width: size.width }),
    lines: withEnds(lines, plot, size),
  };
}

function plotOf({ width, height }: Size): Plot {
  const widest = Math.max(...Object.values(RATER_NAMES).map(widthOf));
  return {
    left: MARGIN.left,
    right: width - widest - BESIDE,
    top: LINE + 9,
    bottom: height - MARGIN.bottom,
  };
}

/** Both ends and the middle; of five levels all, where there is room. */
function scaleOf({ scale }: GoalCourse): Scale {
  const { min, max } = rangeOf(scale);
  const first = [min, max, (min + max) / 2];
  const others = scale.kind === 'attainment' ? valuesOf(scale) : [];
  const named = [...first, ...others.filter((value) => !first.includes(value))];
  const words = (value: number) =>
    scale.kind === 'attainment' ? signedLevel(value) : String(value);
  return { min, max, named: named.map((value) => ({ value, words: words(value) })) };
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
  goal: GoalCourse,
  { rater, style }: { readonly rater: Rater; readonly style: number },
  { x }: TimeAxis,
  height: Height,
): Omit<ComparedLine, 'end'>[] {
  const course = goal[rater];
  if (course === null) return [];
  const ratings = goal.ratings
    .filter(({ by }) => by === rater)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const said = (rating: GoalRating) =>
    `${RATER_NAMES[rater]}, ${dateInWords(rating.on, { year: true })}: ${ratingInWords(rating.value, goal.scale)}`;
  const marks = ratings.map(
    (rating): ComparedMark => ({
      key: `${rater} ${rating.on}`,
      shape: 'score',
      x: x(rating.on),
      y: height(rating.value),
      said: said(rating),
    }),
  );
  return [{ key: rater, name: RATER_NAMES[rater], style, marks, said: `${said(course.latest)}.` }];
}
