import type { MeasureTrend } from '../../contracts/measure-line.ts';
import type { Trajectory } from '../../contracts/trajectory.ts';
import { STATED_LIMITS } from '../../trajectory/limits.ts';
import {
  perWeekInWords,
  pointsInWords,
  TREND_WORDS,
  tooEarlyInWords,
} from '../../words/changes.ts';
import { numberInWords } from '../../words/numbers.ts';
import { changeFacts } from './change-facts.ts';
import { type CourseFact, dayOf, daysSaid, pointSaid } from './fact.ts';
import { progressFacts } from './progress-facts.ts';

/**
 * What a course means, in short sentences: change, remission, time to improvement, direction, sudden
 * changes, progress. Read from the trajectory; each with the source of the numbers that it rests on.
 */
export function courseFacts(trend: MeasureTrend): CourseFact[] {
  const { trajectory } = trend;
  return [
    ...changeFacts(trend),
    ...remission(trajectory),
    ...improvement(trajectory.improvement),
    ...direction(trajectory.trend),
    ...sudden(trajectory),
    ...progressFacts(trajectory),
  ];
}

const RELAPSE = {
  source:
    'our rule on the definitions of Ali 2017: in the clinical range again, and worse than in remission by the reliable-change value',
  provenance: 'proposal',
} as const;

function remission({ firstRemission, relapse }: Trajectory): CourseFact[] {
  const first: CourseFact[] =
    firstRemission === null
      ? []
      : [{ said: `First in remission: ${pointSaid(firstRemission)}.`, sources: [] }];
  if (relapse === null) return first;
  const said = `Relapse: ${pointSaid(relapse.latest)} after ${pointSaid(relapse.remission)} in remission, ${pointsInWords(relapse.points)}; since ${dayOf(relapse.since.on)}.`;
  return [...first, { said, sources: [RELAPSE] }];
}

const HELD = {
  source:
    'our rule: an improvement counts from the day on which it is reliable and holds at the next measurement',
  provenance: 'proposal',
} as const;

function improvement(judged: Trajectory['improvement']): CourseFact[] {
  if (judged.status === 'notJudged' || judged.onset === null) return [];
  const { at, days, standing } = judged.onset;
  const held =
    standing === 'confirmed'
      ? 'and it held at the next measurement'
      : 'provisional until the next measurement';
  const lost = judged.now === 'none' ? ' The newest score is not reliably improved.' : '';
  const said = `Time to improvement: ${daysSaid(days)}, reliable from ${dayOf(at.on)}, ${held}.${lost}`;
  return [{ said, sources: [HELD] }];
}

const SLOPE = {
  source:
    'least squares over uneven distances, 95 % interval by Student’s t; a direction needs half the reliable change and twice the standard error, our rule',
  provenance: 'proposal',
} as const;

function direction(trend: Trajectory['trend']): CourseFact[] {
  if (trend.status === 'notTrended') return [];
  if (trend.status === 'tooEarly') {
    return [{ said: `Trend: too early to say, ${tooEarlyInWords(trend)}.`, sources: [] }];
  }
  const { run, perWeek, interval, verdict } = trend;
  const words = verdict === null ? 'direction not judged' : TREND_WORDS[verdict];
  const slope = perWeekInWords(perWeek) ?? '0 points per week';
  const low = numberInWords(interval.low);
  const high = numberInWords(interval.high);
  const said = `Trend over the last ${run.length} scores: ${words}, ${slope} (95 % interval ${low} to ${high}).`;
  return [{ said, sources: [SLOPE] }];
}

const SUDDEN = {
  source: 'Tang and DeRubeis 1999, with the reliable-change value as Lutz 2013 has it',
  provenance: 'seen',
} as const;

function sudden({ suddenChanges }: Trajectory): CourseFact[] {
  return suddenChanges.map(({ kind, before, after, magnitude, reversed }) => {
    const points = numberInWords(magnitude);
    const undone = reversed ? '; more than half of it was undone later' : '';
    const said = `Sudden ${kind} of ${points} points between ${pointSaid(before)} and ${pointSaid(after)}${undone}.`;
    return { said, sources: [SUDDEN] };
  });
}

/** The limit of ours that an episode begins by, said where one began after a pause. */
export function episodeFact({ trajectory }: MeasureTrend): CourseFact | null {
  const present = trajectory.episodes.at(-1);
  if (present === undefined || trajectory.episodes.length === 1) return null;
  const said = `Compared within the episode of care that began on ${dayOf(present.beginsOn)}; earlier scores are drawn and compared with nothing.`;
  return { said, sources: present.because === 'gap' ? [STATED_LIMITS.episodeGapDays] : [] };
}
