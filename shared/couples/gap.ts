import { P1 } from '../alerts/catalogue/couple.ts';
import { settingsInForce } from '../alerts/catalogue/settings.ts';
import { askedChange } from '../alerts/rules/asked-change.ts';
import { reliableChangePoints } from '../change/reliable-change.ts';
import { daysBetween } from '../contracts/calendar.ts';
import type { SharedMeasure } from '../contracts/couple.ts';
import type { Measure } from '../contracts/measure.ts';
import type { MeasuredPoint } from '../contracts/observation.ts';
import type { RuleSettings } from '../contracts/rule-settings.ts';
import type { Trajectory } from '../contracts/trajectory.ts';
import { atLeast } from '../scoring/rounding.ts';

/** The two partners' scores of about one time. */
type Pair = readonly [MeasuredPoint, MeasuredPoint];

/**
 * How far the partners' newest scores on a measure lie apart, beside what measurement error alone
 * explains. The error of a difference between two people is that of two scores of one person, so the
 * reliable-change value serves (our rule P1, as the practice has set it). A change of a difference
 * carries four errors of measurement: it asks for the square root of two times as much. Nobody
 * is right.
 */
export function gapBetween(
  measure: Measure,
  lines: readonly [Trajectory, Trajectory],
  settings: RuleSettings,
): SharedMeasure['gap'] {
  const rule = settingsInForce(P1, settings);
  const threshold = askedChange(measure, rule);
  if (!rule.enabled) return { is: 'untold', because: 'switchedOff' };
  if (threshold === null) return { is: 'untold', because: 'noThreshold' };
  const [{ latest: one }, { latest: other }] = lines;
  if (one === null || other === null) return { is: 'untold', because: 'noScore' };
  const days = rule.number('days');
  const newest = pairOf(one, other, days);
  if (newest === null) return { is: 'untold', because: 'apart' };
  const [first, second] = newest;
  const needed = Math.SQRT2 * errorInPoints(measure, threshold, rule.number('share'));
  return {
    is: 'told',
    points: Math.abs(first.displayed - second.displayed),
    threshold,
    beyondError: atLeast(Math.abs(signed(newest)), threshold),
    widening: widening(firstPair(lines, days), newest, needed),
  };
}

function widening(before: Pair | null, now: Pair, needed: number): boolean | null {
  if (before === null || isSame(before, now)) return null;
  const [then, since] = [signed(before), signed(now)];
  return atLeast(Math.abs(since - then), needed) && Math.abs(since) > Math.abs(then);
}

/**
 * Unrounded where the measure's precision is known (CSI-16: 6.66, which makes 9.4 points), since a
 * threshold in whole points would be rounded twice.
 */
function errorInPoints({ reliableChange }: Measure, threshold: number, share: number): number {
  if (reliableChange?.kind !== 'computed') return threshold;
  const exact = reliableChangePoints(reliableChange);
  return exact.ok ? exact.value * share : threshold;
}

/** The first two scores of the present care that lie close enough to be compared. */
function firstPair([one, other]: readonly [Trajectory, Trajectory], days: number): Pair | null {
  const pairs = present(one).flatMap((first) =>
    present(other).flatMap((second) => {
      const pair = pairOf(first, second, days);
      return pair === null ? [] : [pair];
    }),
  );
  return pairs.toSorted(byTime)[0] ?? null;
}

/** By the later of two days, then the closest together: the same whoever is named first. */
function byTime(one: Pair, other: Pair): number {
  const [oneDays, otherDays] = [daysOf(one), daysOf(other)];
  return oneDays.last.localeCompare(otherDays.last) || otherDays.first.localeCompare(oneDays.first);
}

function daysOf([{ on: one }, { on: other }]: Pair) {
  return one < other ? { first: one, last: other } : { first: other, last: one };
}

function present({ points, episodes }: Trajectory): MeasuredPoint[] {
  const now = episodes.length - 1;
  return points.flatMap((point) =>
    point.use === 'counted' && point.episode === now ? [point] : [],
  );
}

function pairOf(one: MeasuredPoint, other: MeasuredPoint, days: number): Pair | null {
  return Math.abs(daysBetween(one.on, other.on)) <= days ? [one, other] : null;
}

function signed([one, other]: Pair): number {
  return one.total - other.total;
}

function isSame([one, other]: Pair, [first, second]: Pair): boolean {
  return one.responseId === first.responseId && other.responseId === second.responseId;
}
