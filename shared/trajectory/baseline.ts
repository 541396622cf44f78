import type { EpisodeOfCare, LineEpisode } from '../contracts/episode.ts';
import type { ResponseId } from '../contracts/ids.ts';
import type { LinePoint, MeasuredPoint, SupersededResponse } from '../contracts/observation.ts';

/** The scores that judgements rest on, within one episode, oldest first. */
export interface EpisodeScores {
  /** All that count. */
  readonly scores: readonly MeasuredPoint[];
  /** Those from the baseline on, that one first; empty without a baseline. */
  readonly course: readonly MeasuredPoint[];
  /** Whether the clinician chose the baseline. */
  readonly chosen: boolean;
}

/** A point that has a score, whether it counts or not. */
export type ScoredLinePoint = Extract<LinePoint, { total: number }>;

/**
 * The ids of the baselines that the clinician chose, the last first. A chosen response that was
 * corrected since stands for its correction.
 */
export function chosenIds(
  chosen: readonly ResponseId[],
  superseded: readonly SupersededResponse[],
): readonly ResponseId[] {
  const replacements = new Map(superseded.map(({ responseId, by }) => [responseId, by]));
  return chosen.map((id) => replacements.get(id) ?? id).toReversed();
}

/**
 * Divides an episode's points: the baseline is the last one that the clinician chose among them, a
 * score that does not otherwise count included, else the first score. A choice that is not on this
 * line (another form, no score) chooses nothing.
 */
export function episodeScores(
  points: readonly LinePoint[],
  chosen: readonly ResponseId[],
): EpisodeScores {
  const scored = points.filter((point): point is ScoredLinePoint => point.use !== 'unscored');
  const counted = scored.filter(({ use }) => use === 'counted');
  const scores = counted.map(measured);
  const byId = new Map(scored.map((point) => [point.responseId, point]));
  const baseline = chosen.map((id) => byId.get(id)).find((point) => point !== undefined);
  if (baseline === undefined) return { scores, course: scores, chosen: false };
  const later = scored.slice(scored.indexOf(baseline) + 1).filter(({ use }) => use === 'counted');
  return { scores, course: [measured(baseline), ...later.map(measured)], chosen: true };
}

/** Those of the present episode, which is the last. */
export function presentScores(scores: readonly EpisodeScores[]): EpisodeScores {
  return scores.at(-1) ?? { scores: [], course: [], chosen: false };
}

/** An episode with its baseline on this line. */
export function lineEpisode(
  episode: EpisodeOfCare,
  { scores, course, chosen }: EpisodeScores,
): LineEpisode {
  return {
    ...episode,
    count: scores.length,
    baseline: course[0] ?? null,
    baselineChosen: chosen,
  };
}

function measured({ responseId, on, total, displayed, band }: ScoredLinePoint): MeasuredPoint {
  return { responseId, on, total, displayed, band };
}
