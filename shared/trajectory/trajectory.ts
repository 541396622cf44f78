import { thresholdInUse } from '../change/in-use.ts';
import { corridorAround } from '../change/judge.ts';
import { judgeOutcome } from '../change/outcome.ts';
import type { LineTrend } from '../contracts/course.ts';
import type { Observation } from '../contracts/observation.ts';
import type { MeasureFacts, Trajectory } from '../contracts/trajectory.ts';
import { type EpisodeScores, lineEpisode, presentScores } from './baseline.ts';
import { dividedLine, type TrajectoryOptions } from './divided-line.ts';
import { improvementOf } from './improvement.ts';
import { type Limits, limitsInForce } from './limits.ts';
import { importantChanges, lineChange, lineSignificance } from './line-change.ts';
import { lineTrend, threeRises } from './line-trend.ts';
import { nonResponsePoints } from './non-response.ts';
import { onTrack, withoutImprovement } from './on-track.ts';
import { firstRemission, relapseOf } from './remission.ts';
import { suddenChanges } from './sudden-changes.ts';

/** Which parts of a trajectory are about the course of the present episode. */
type CourseJudgements = Pick<
  Trajectory,
  | 'baseline'
  | 'previous'
  | 'latest'
  | 'corridor'
  | 'sinceBaseline'
  | 'sincePrevious'
  | 'significance'
  | 'importantChanges'
  | 'outcome'
  | 'firstRemission'
  | 'relapse'
  | 'improvement'
  | 'trend'
  | 'threeRises'
  | 'suddenChanges'
  | 'onTrack'
  | 'withoutImprovement'
  | 'nonResponse'
>;

/**
 * Everything that is said of one client's line on one measure. Observations come in any order and
 * may be empty. There is no clock: for "as of" a moment, leave out what was recorded later. A
 * measure that is not made for change (`trend: false`) keeps its points and is judged by nothing.
 */
export function trajectory(
  observations: readonly Observation[],
  measure: MeasureFacts,
  options: TrajectoryOptions,
): Trajectory {
  const limits = limitsInForce(options.limits ?? {});
  const { episodes, scores, ...line } = dividedLine(observations, measure, { ...options, limits });
  const present = presentScores(scores);
  return {
    ...line,
    episodes: episodes.map((episode, index) => lineEpisode(episode, scores[index] ?? present)),
    ...judgements(present, measure.trend ? measure : withoutNorms(measure), limits),
  };
}

function judgements(
  { scores, course }: EpisodeScores,
  measure: MeasureFacts,
  limits: Limits,
): CourseJudgements {
  const { direction } = measure;
  const threshold = thresholdInUse(measure.reliableChange);
  const baseline = course[0] ?? null;
  const latest = course.at(-1) ?? null;
  const previous = scores.at(-2) ?? null;
  const sinceBaseline = lineChange(baseline, latest, measure);
  return {
    baseline,
    previous,
    latest,
    corridor:
      baseline === null || threshold === null ? null : corridorAround(baseline.total, threshold),
    sinceBaseline,
    sincePrevious: lineChange(previous, latest, measure),
    significance: lineSignificance(sinceBaseline, measure),
    importantChanges: importantChanges(sinceBaseline, measure),
    outcome:
      sinceBaseline.from === null || latest === null
        ? null
        : judgeOutcome(sinceBaseline.from, latest, measure),
    firstRemission: firstRemission(scores, measure),
    relapse: relapseOf(scores, measure),
    improvement: improvementOf(course, threshold, direction),
    trend: trendOf(scores, measure, limits),
    threeRises: threeRises(scores, { direction, threshold }),
    suddenChanges: threshold === null ? [] : suddenChanges(scores, threshold, direction),
    onTrack: onTrack(course, measure, limits),
    withoutImprovement: withoutImprovement(course, measure, limits),
    nonResponse: nonResponsePoints(course, measure, limits.nonResponseWindowDays),
  };
}

function trendOf(
  scores: EpisodeScores['scores'],
  { trend, direction, reliableChange }: MeasureFacts,
  limits: Limits,
): LineTrend {
  if (!trend) return { status: 'notTrended' };
  const threshold = thresholdInUse(reliableChange);
  return lineTrend(scores, { direction, threshold, window: limits.trendWindow });
}

/** A screen's values would give judgements that nobody made it for. */
function withoutNorms(measure: MeasureFacts): MeasureFacts {
  return {
    ...measure,
    reliableChange: null,
    cutOffs: [],
    minimallyImportant: [],
    outcome: null,
    nonResponse: [],
  };
}
