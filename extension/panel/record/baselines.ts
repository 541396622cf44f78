import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { ResponseId } from '#shared/contracts/ids.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { LinePoint } from '#shared/contracts/observation.ts';

/** A score of a line that can be its baseline. */
export type BaselineCandidate = Extract<LinePoint, { total: number }>;

/** The scores of the present episode, the newest first; empty where only one could be chosen. */
export function baselineCandidates({ trajectory }: MeasureTrend): BaselineCandidate[] {
  const present = trajectory.episodes.length - 1;
  const scored = trajectory.points.filter(
    (point): point is BaselineCandidate => point.use !== 'unscored' && point.episode === present,
  );
  return scored.length < 2 ? [] : scored.toReversed();
}

/**
 * The choices that the present episode's baseline rests on, to be taken back all: below the last
 * one an earlier one may lie. A choice of a response that was corrected since stands for its
 * correction and is known by the id that was chosen.
 */
export function choicesBehind(
  { trajectory }: MeasureTrend,
  { episodes }: Pick<BriefFacts, 'episodes'>,
): ResponseId[] {
  const present = trajectory.episodes.length - 1;
  const inEpisode = new Set(
    trajectory.points
      .filter(({ episode, use }) => episode === present && use !== 'unscored')
      .map(({ responseId }) => responseId),
  );
  const corrected = new Map(trajectory.superseded.map(({ responseId, by }) => [responseId, by]));
  const current = (id: ResponseId): ResponseId => {
    const by = corrected.get(id);
    return by === undefined ? id : current(by);
  };
  return (episodes?.chosenBaselines ?? []).filter((id) => inEpisode.has(current(id)));
}
