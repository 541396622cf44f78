import type { CareFacts } from '../../contracts/episode.ts';
import type { ResponseId } from '../../contracts/ids.ts';
import type { Measure } from '../../contracts/measure.ts';
import type { MeasuredPoint, Observation } from '../../contracts/observation.ts';
import { type EpisodeScores, presentScores } from '../../trajectory/baseline.ts';
import { dividedLine } from '../../trajectory/divided-line.ts';

/** The present episode of care on one line. */
export type EpisodeLine = Pick<EpisodeScores, 'scores' | 'course'>;

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
  const { points, episodes, scores } = dividedLine(observations, measure, { care });
  const isOnLine = points.some(
    ({ responseId, episode, use }) =>
      responseId === made && episode === episodes.length - 1 && use !== 'unscored',
  );
  const present = presentScores(scores);
  const [baseline] = present.course;
  const latest = present.course.at(-1);
  if (!isOnLine || baseline === undefined || latest === undefined) return null;
  const before = once(() => presentScores(dividedLine(without(), measure, { care }).scores));
  return { measure, baseline, previous: present.scores.at(-2) ?? null, latest, before, ...present };
}

/** Several rules ask for the line before, or none. */
function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
