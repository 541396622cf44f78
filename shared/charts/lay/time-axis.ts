import { addDays, type CalendarDate, dateInWords, daysBetween } from '../../contracts/calendar.ts';
import type { DateTick } from '../instructions.ts';
import { boxOf, overlap, widthOf } from './words.ts';

/** Units between the first or last day and the edge, so that no mark is cut. */
const INSET = 7;

/** Units between two dates. */
const GAP = 10;

/** A true axis of time: a pause of a month is a month wide. */
export interface TimeAxis {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly left: number;
  readonly right: number;
  readonly x: (on: CalendarDate) => number;
}

/** The axis over some days, in any order; a single day stands in the middle. */
export function timeAxis(
  days: readonly CalendarDate[],
  { left, right }: { readonly left: number; readonly right: number },
): TimeAxis {
  const first = days.reduce((one, other) => (other < one ? other : one));
  const last = days.reduce((one, other) => (other > one ? other : one));
  const span = daysBetween(first, last);
  const room = right - left - 2 * INSET;
  return {
    first,
    last,
    left,
    right,
    x: (on) =>
      span === 0 ? (left + right) / 2 : left + INSET + (room * daysBetween(first, on)) / span,
  };
}

/** A distance between dates: days from the first one on, or months of the calendar. */
type Step = { readonly days: number } | { readonly months: number };

const STEPS: readonly Step[] = [
  ...[1, 2, 7, 14].map((days) => ({ days })),
  ...[1, 2, 3, 6, 12, 24, 60, 120, 240, 600].map((months) => ({ months })),
];

/** The finest step of which no two dates come too close. */
export function dateTicks(
  axis: TimeAxis,
  { today, y, width }: { readonly today: CalendarDate; readonly y: number; readonly width: number },
): DateTick[] {
  for (const step of STEPS) {
    if (isTooFine(step, axis)) continue;
    const days = daysOf(step, axis);
    const ticks = days.map((on, place) =>
      tickOn(on, { x: axis.x(on), y, width, words: dayInWords(days, place, step, today) }),
    );
    if (ticks.length > 0 && areApart(ticks)) return ticks;
  }
  const words = dateInWords(axis.first, { year: true });
  return [tickOn(axis.first, { x: axis.x(axis.first), y, width, words })];
}

/** Whether even the shortest words could not stand side by side: nothing needs to be laid out. */
function isTooFine(step: Step, { first, last, left, right }: TimeAxis): boolean {
  const length = 'days' in step ? step.days : 28 * step.months;
  return (daysBetween(first, last) / length) * (widthOf('May') + GAP) > 2 * (right - left);
}

function daysOf(step: Step, { first, last }: TimeAxis): CalendarDate[] {
  const days: CalendarDate[] = [];
  if ('days' in step) {
    for (let on = first; on <= last; on = addDays(on, step.days)) days.push(on);
    return days;
  }
  const month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1;
  for (let next = Math.floor(month / step.months) * step.months; ; next += step.months) {
    const on = firstOfMonth(next);
    if (on > last) return days;
    if (on >= first) days.push(on);
  }
}

function firstOfMonth(months: number): CalendarDate {
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  const month = String((months % 12) + 1).padStart(2, '0');
  return addDays(`${year}-${month}-01` as CalendarDate, 0);
}

/** The year stands at the first date and where it changes, unless all of it is this year. */
function dayInWords(
  days: readonly CalendarDate[],
  place: number,
  step: Step,
  today: CalendarDate,
): string {
  const on = days[place] ?? today;
  if ('months' in step && step.months % 12 === 0) return on.slice(0, 4);
  const before = days[place - 1];
  const isThisYear = days.every((day) => yearOf(day) === yearOf(today));
  const year = !isThisYear && (before === undefined || yearOf(before) !== yearOf(on));
  const words = dateInWords(on, { year });
  return 'months' in step ? words.replace(/^\d+ /, '') : words;
}

function yearOf(on: CalendarDate): string {
  return on.slice(0, 4);
}

/** Centred below its day, unless that would cut it. */
function tickOn(
  on: CalendarDate,
  { x, y, width, words }: { readonly width: number } & Pick<DateTick, 'x' | 'y' | 'words'>,
): DateTick {
  const half = widthOf(words) / 2;
  if (x - half < 0) return { on, x: 0, y, words, anchor: 'start' };
  if (x + half > width) return { on, x: width, y, words, anchor: 'end' };
  return { on, x, y, words, anchor: 'middle' };
}

function areApart(ticks: readonly DateTick[]): boolean {
  return ticks.every((tick, place) => {
    const before = ticks[place - 1];
    return before === undefined || !overlap(boxOf(before), boxOf(tick), GAP);
  });
}
