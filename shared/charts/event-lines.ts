import type { CalendarDate } from '../contracts/calendar.ts';
import { daysBetween } from '../contracts/calendar.ts';
import type { MeasureTrend } from '../contracts/measure-line.ts';
import { inOrder } from '../trajectory/order.ts';
import type { ChartContext } from './context.ts';
import type { EventLine, Plot, Words } from './instructions.ts';
import type { TimeAxis } from './lay/time-axis.ts';
import { boxOf, LINE, overlap, shortened, widthOf } from './lay/words.ts';

/** A day with a word, before it has a place. */
export type Event = Pick<EventLine, 'kind' | 'on' | 'label'>;

/**
 * An event so long before the first or after the last answer is still drawn: a share of the time
 * between them, so that no event squeezes the answers, and at most so many days.
 */
const REACH = { share: 0.25, days: 42 };

/** Lines of words above the plot. */
const MOST_LANES = 3;

/** Units of the longest word. */
const LONGEST = 150;

/** Units between a line and its word. */
const BESIDE = 3;

/** What a chart marks, by day: events, new episodes of care, the session that is documented. */
export function eventsMarked(
  trend: MeasureTrend,
  { events, sessionOn }: Pick<ChartContext, 'events' | 'sessionOn'>,
  days: { readonly first: CalendarDate; readonly last: CalendarDate },
): Event[] {
  const begun = trend.trajectory.episodes
    .slice(1)
    .filter(({ beginsOn }) => beginsOn > days.first && beginsOn <= days.last)
    .map(({ beginsOn }): Event => ({ kind: 'newEpisode', on: beginsOn, label: 'new episode' }));
  const near = events.filter(({ on }) => isNear(on, days));
  const session: Event[] =
    sessionOn !== null && sessionOn >= days.first && sessionOn < days.last
      ? [{ kind: 'session', on: sessionOn, label: 'session' }]
      : [];
  return [
    ...begun,
    ...session,
    ...near.map(({ kind, on, label }) => ({ kind, on, label })),
  ].toSorted((one, other) => inOrder(one.on, other.on));
}

/** Whether a chart reaches as far as an event. */
function isNear(
  on: CalendarDate,
  { first, last }: { readonly first: CalendarDate; readonly last: CalendarDate },
): boolean {
  const reach = Math.min(REACH.days, Math.ceil(REACH.share * daysBetween(first, last)));
  return daysBetween(on, first) <= reach && daysBetween(last, on) <= reach;
}

/** An event with its words in a line above the plot; null where there is no room for any. */
export interface Laned extends Event {
  readonly x: number;
  /** From the top, 0. */
  readonly lane: number;
  readonly name: Omit<Words, 'y'> | null;
}

/**
 * Gives each event's words a line in which they touch no others. `taken` is the end of what already
 * stands at the beginning of the first line.
 */
export function inLanes(events: readonly Event[], axis: TimeAxis, taken: number): Laned[] {
  const placed: Laned[] = [];
  for (const event of events) placed.push(lanedEvent(event, axis, placed, taken));
  return placed;
}

function lanedEvent(event: Event, axis: TimeAxis, placed: readonly Laned[], taken: number): Laned {
  const x = axis.x(event.on);
  const words = shortened(event.label, Math.min(LONGEST, axis.right - axis.left));
  for (const name of sides(words, x, axis)) {
    for (let lane = 0; lane < MOST_LANES; lane += 1) {
      if (isFree(name, lane, placed, taken)) return { ...event, x, lane, name };
    }
  }
  return { ...event, x, lane: 0, name: null };
}

/** To the right of the line, to its left, or as much as fits on the wider side. */
function sides(words: string, x: number, { left, right }: TimeAxis): Omit<Words, 'y'>[] {
  const rightRoom = right - x - BESIDE;
  const leftRoom = x - left - BESIDE;
  const onRight = { x: x + BESIDE, anchor: 'start' } as const;
  const onLeft = { x: x - BESIDE, anchor: 'end' } as const;
  if (widthOf(words) <= rightRoom) return [{ ...onRight, words }];
  if (widthOf(words) <= leftRoom) return [{ ...onLeft, words }];
  const isRight = rightRoom >= leftRoom;
  const fitting = shortened(words, isRight ? rightRoom : leftRoom);
  return fitting === '' ? [] : [{ ...(isRight ? onRight : onLeft), words: fitting }];
}

function isFree(
  name: Omit<Words, 'y'>,
  lane: number,
  placed: readonly Laned[],
  taken: number,
): boolean {
  const box = boxOf({ ...name, y: 0 });
  if (lane === 0 && box.left < taken + 2 * BESIDE) return false;
  return placed.every(
    (other) =>
      other.lane !== lane ||
      other.name === null ||
      !overlap(box, boxOf({ ...other.name, y: 0 }), 2 * BESIDE),
  );
}

/** The lines through the plot, from their words down. */
export function eventLines(laned: readonly Laned[], plot: Plot, top: number): EventLine[] {
  return laned.map(({ kind, on, label, x, lane, name }) => {
    const y = top + LINE * (lane + 1) - BESIDE;
    return {
      kind,
      on,
      label,
      x,
      top: name === null ? plot.top : y - LINE + 2 * BESIDE,
      bottom: plot.bottom,
      name: name === null ? null : { ...name, y },
    };
  });
}
