import type { CareFacts, EpisodeOfCare } from '../contracts/episode.ts';
import type { LinePoint, Observation } from '../contracts/observation.ts';
import type { MeasureFacts, Trajectory } from '../contracts/trajectory.ts';
import { chosenIds, type EpisodeScores, episodeScores } from './baseline.ts';
import { byDay, newestRevisions, supersededScores } from './corrections.ts';
import { episodesOfCare } from './episodes.ts';
import { type Limits, limitsInForce } from './limits.ts';
import { placeOnLine } from './line.ts';
import { oneForm } from './one-form.ts';

/** What a trajectory depends on besides the scores and the measure. */
export interface TrajectoryOptions {
  readonly care: CareFacts;
  /** Only what a practice has set otherwise than stated. */
  readonly limits?: Partial<Limits>;
}

/** A line in its order, divided into episodes, before anything is judged. */
export interface DividedLine extends Pick<Trajectory, 'superseded' | 'otherForms'> {
  readonly points: readonly LinePoint[];
  /** Oldest first; the last is the present one. */
  readonly episodes: readonly EpisodeOfCare[];
  /** Of each episode. */
  readonly scores: readonly EpisodeScores[];
}

/**
 * Settles corrections, keeps the form that was answered last, and divides what is left into episodes
 * with a baseline each. Observations come in any order and may be empty.
 */
export function dividedLine(
  observations: readonly Observation[],
  { recall }: Pick<MeasureFacts, 'recall'>,
  { care, limits }: TrajectoryOptions,
): DividedLine {
  const { current, superseded } = newestRevisions(observations);
  const form = oneForm(current.toSorted(byDay), recall.days);
  const days = form.observations.map(({ on }) => on);
  const episodes = episodesOfCare(days, care, limitsInForce(limits ?? {}).episodeGapDays);
  const points = placeOnLine(form.observations, episodes, form.recallDays);
  const chosen = chosenIds(care.chosenBaselines ?? [], superseded);
  const byEpisode = Map.groupBy(points, ({ episode }) => episode);
  const scores = episodes.map((_, index) => episodeScores(byEpisode.get(index) ?? [], chosen));
  return {
    points,
    superseded: supersededScores(superseded, observations),
    otherForms: form.others,
    episodes,
    scores,
  };
}
