import { type CalendarDate, dateInWords } from '../../contracts/calendar.ts';
import type { DatedScore, MeasureTrend } from '../../contracts/measure-line.ts';
import { CATEGORY_WORDS, changeInPoints, thresholdInWords } from '../../words/changes.ts';
import { leftOutCount } from '../candidates.ts';
import type { ChartContext } from '../context.ts';
import { resultSaid, totalInWords } from './score-said.ts';

/**
 * A whole chart in a few sentences, for who hears it: how many answers, which way is worse, first and
 * newest, highest and lowest, change since baseline, and what is marked.
 */
export function courseSaid(trend: MeasureTrend, context: ChartContext): string {
  return [
    beginningSaid(trend),
    directionSaid(trend),
    newestSaid(trend),
    extremesSaid(trend),
    changeSaid(trend),
    withoutScoreSaid(trend),
    apartSaid(trend, context),
    eventsSaid(context),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

/** Which way is worse, or null for what this build doesn't know. */
export function directionSaid({ measure }: Pick<MeasureTrend, 'measure'>): string | null {
  if (measure === null) return null;
  return measure.direction === 'higherWorse' ? 'Higher is worse.' : 'Higher is better.';
}

function beginningSaid(trend: MeasureTrend): string {
  const { name, scores, latest } = trend;
  const count = scores.length + leftOutCount(trend);
  const [first = latest] = scores;
  const days =
    first.on === latest.on ? `on ${full(first.on)}` : `${full(first.on)} to ${full(latest.on)}`;
  const shown = trend.heldSince === null ? '' : `, ${scores.length} of them shown`;
  return `${name}, ${count} ${count === 1 ? 'answer' : 'answers'}${shown}, ${days}.`;
}

function newestSaid(trend: MeasureTrend): string {
  const { latest, scores } = trend;
  const [first = latest] = scores;
  const newest = `ewest ${resultSaid(latest, trend)}.`;
  return first === latest ? `N${newest}` : `First ${resultSaid(first, trend)}; n${newest}`;
}

function extremesSaid(trend: MeasureTrend): string | null {
  const scored = trend.scores.filter(hasScore);
  if (scored.length < 3) return null;
  const highest = scored.reduce((one, other) => (other.displayed > one.displayed ? other : one));
  const lowest = scored.reduce((one, other) => (other.displayed < one.displayed ? other : one));
  if (highest.displayed === lowest.displayed) {
    const all = trend.heldSince === null ? 'All scores' : 'All scores shown';
    return `${all} are ${totalInWords(trend, lowest.displayed)}.`;
  }
  const said = (score: DatedScore & { displayed: number }) =>
    `${totalInWords(trend, score.displayed)} on ${full(score.on)}`;
  const most = trend.heldSince === null ? 'Highest' : 'Highest of those shown';
  return `${most} ${said(highest)}; lowest ${said(lowest)}.`;
}

function hasScore(score: DatedScore): score is DatedScore & { readonly displayed: number } {
  return score.displayed !== null;
}

function changeSaid({ sinceBaseline, baseline }: MeasureTrend): string | null {
  if (sinceBaseline.status !== 'judged' || baseline === null) return null;
  const { points, category, threshold } = sinceBaseline;
  return `Since baseline, ${full(baseline.on)}: ${changeInPoints(sinceBaseline, points)}, ${CATEGORY_WORDS[category]}, ${thresholdInWords(threshold)}.`;
}

function withoutScoreSaid({ scores }: MeasureTrend): string | null {
  const count = scores.filter((score) => !hasScore(score) && score.finding === null).length;
  if (count === 0) return null;
  return count === 1 ? 'One answer can’t be scored.' : `${count} answers can’t be scored.`;
}

function apartSaid({ external, trajectory }: MeasureTrend, { later }: ChartContext): string | null {
  const corrected = trajectory.superseded.filter(({ displayed }) => displayed !== null).length;
  const parts = [
    [external.length, 'shown by the EHR itself'],
    [corrected, 'corrected since'],
    [later.length, 'after the session'],
  ] as const;
  const said = parts.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  return said.length === 0 ? null : `Marked apart: ${said.join(', ')}.`;
}

function eventsSaid({ events }: ChartContext): string | null {
  if (events.length === 0) return null;
  return `Events: ${events.map(({ on, label }) => `${full(on)} ${label}`).join('; ')}.`;
}

function full(on: CalendarDate): string {
  return dateInWords(on, { year: true });
}
