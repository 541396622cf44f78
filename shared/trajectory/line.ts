import { daysBetween } from '../contracts/calendar.ts';
import type { EpisodeOfCare } from '../contracts/episode.ts';
import type { LinePoint, Observation } from '../contracts/observation.ts';

/**
 * Places the observations of one form on a line, oldest first. Of several scores of one day the last
 * recorded counts, because a form that is answered again the same day is answered to be put right;
 * the others are drawn. Intervals shorter than the recall period are marked: the two answers are
 * about days that overlap.
 */
export function placeOnLine(
  ordered: readonly Observation[],
  episodes: readonly EpisodeOfCare[],
  recallDays: number | null,
): readonly LinePoint[] {
  const counting = lastOfEachDay(ordered);
  let episode = 0;
  return ordered.map((observation, index) => {
    const { responseId, on, submittedAt } = observation;
    while ((episodes[episode + 1]?.beginsOn ?? '9999') <= on) episode += 1;
    const before = ordered[index - 1];
    const overlapsRecall =
      before !== undefined && recallDays !== null && daysBetween(before.on, on) < recallDays;
    const place = { responseId, on, submittedAt, episode, overlapsRecall };
    if (!isScored(observation)) return { ...place, use: 'unscored' };
    const { total, displayed, band } = observation;
    const use = counting.has(observation) ? 'counted' : 'sameDay';
    return { ...place, total, displayed, band, use };
  });
}

/** The last scored observation of each day. */
function lastOfEachDay(ordered: readonly Observation[]): ReadonlySet<Observation> {
  const scored = ordered.filter(isScored);
  return new Set(new Map(scored.map((observation) => [observation.on, observation])).values());
}

function isScored(
  observation: Observation,
): observation is Observation & { total: number; displayed: number } {
  return observation.total !== null && observation.displayed !== null;
}
