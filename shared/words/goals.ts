import type { GoalScale, TwoViews } from '../contracts/goal.ts';

/** The levels of goal-attainment scaling from -2 to 2, as Kiresuk and Sherman (1968) name them. */
const LEVELS = [
  'much less than expected',
  'less than expected',
  'as expected',
  'more than expected',
  'much more than expected',
] as const;

/** `+1`, `0`, `-2`. */
export function signedLevel(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

/** `+1, more than expected`. */
export function levelName(value: number): string {
  const name = LEVELS[value + 2];
  return name === undefined ? signedLevel(value) : `${signedLevel(value)}, ${name}`;
}

/** `4 of 10`, or `+1, more than expected`. */
export function ratingInWords(value: number, { kind }: GoalScale): string {
  return kind === 'zeroToTen' ? `${value} of 10` : levelName(value);
}

/** The latest two ratings side by side. Both are views of one goal: none is told as right or wrong. */
export function viewsInWords({ points, higher, daysApart }: TwoViews): string {
  const apart = daysApart === 0 ? '' : `, rated ${counted(daysApart, 'day')} apart`;
  if (higher === null) return `Client and clinician see it alike${apart}.`;
  const whose = higher === 'client' ? 'the client' : 'the clinician';
  return `Two views of the same goal: ${whose} sees it ${counted(points, 'point')} closer${apart}.`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
