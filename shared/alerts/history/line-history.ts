import type { CareFacts } from '../../contracts/episode.ts';
import type { ResponseId } from '../../contracts/ids.ts';
import type { Measure } from '../../contracts/measure.ts';
import type { LinePoint, MeasuredPoint, Observation } from '../../contracts/observation.ts';
import { trajectory } from '../../trajectory/trajectory.ts';

/** The present episode of care on one line. */
export interface EpisodeLine {
  /** Every score that counts, oldest first. */
  readonly scores: readonly MeasuredPoint[];
  /** Those from the baseline on, that one first; empty without a baseline. */
  readonly course: readonly MeasuredPoint[];
}

/** One line of a client, seen from the response that was recorded last and has a score on it. */
export interface LineHistory extends EpisodeLine {
  readonly measure: Measure;
  readonly baseline: MeasuredPoint;
  /** The score before the latest one; null when there is none in the episode. */
  readonly previous: MeasuredPoint | null;
  /** The newest score by day: that of another response when an old form was recorded. */
  readonly latest: MeasuredPoint;
  /** The line before the response was recorded. */
  readonly before: () => EpisodeLine;
}

/** A line as it was recorded. */
export interface RecordedLine {
  readonly measure: Measure;
  readonly observations: readonly Observation[];
  /** The observation that the newest response made. */
  readonly made: ResponseId;
  /** The observations without the newest response. */
  readonly without: () => readonly Observation[];
}

/**
 * Reads the present episode of a line. Null when the newest response has no score on it, or one of
 * another episode: then there is nothing about it that rules could judge.
 */
export function lineHistory(
  { measure, observations, made, without }: RecordedLine,
  care: CareFacts,
): LineHistory | null {
  const line = trajectory(observations, measure, { care });
  const present = line.episodes.length - 1;
  const isOnLine = line.points.some(
    ({ responseId, episode, use }) =>
      responseId === made && episode === present && use !== 'unscored',
  );
  const { baseline, latest, previous } = line;
  if (!isOnLine || baseline === null || latest === null) return null;
  const before = () => presentEpisode(without(), measure, care);
  return {
    measure,
    baseline,
    previous,
    latest,
    before,
    ...episodeOf(line.points, present, baseline),
  };
}

function presentEpisode(
  observations: readonly Observation[],
  measure: Measure,
  care: CareFacts,
): EpisodeLine {
  const { points, episodes, baseline } = trajectory(observations, measure, { care });
  return episodeOf(points, episodes.length - 1, baseline);
}

function episodeOf(
  points: readonly LinePoint[],
  present: number,
  baseline: MeasuredPoint | null,
): EpisodeLine {
  const counted = points.flatMap((point, place) =>
    point.use === 'counted' && point.episode === present ? [{ place, score: measured(point) }] : [],
  );
  const scores = counted.map(({ score }) => score);
  if (baseline === null) return { scores, course: [] };
  const begins = points.findIndex(({ responseId }) => responseId === baseline.responseId);
  const later = counted.filter(({ place }) => place > begins).map(({ score }) => score);
  return { scores, course: [baseline, ...later] };
}

function measured({
  responseId,
  on,
  total,
  displayed,
  band,
}: Extract<LinePoint, { total: number }>): MeasuredPoint {
  return { responseId, on, total, displayed, band };
}
