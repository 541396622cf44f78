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
    const { responseId, on, submittedAt, total, displayed, band } = observation;
    while ((episodes[episode + 1]?.beginsOn ?? '9999') <= on) episode += 1;
    const before = ordered[index - 1];
    const overlapsRecall =
      before !== undefined && recallDays !== null && daysBetween(before.on, on) < recallDays;
    const place = { responseId, on, submittedAt, episode, overlapsRecall };
    if (total === null || displayed === null) return { ...place, use: 'unscored' };
    return {
      ...place,
      total,
      displayed,
      band,
      use: counting.has(observation) ? 'counted' : 'sameDay',
    };
  });
}

/** The last scored observation of each day. */
function lastOfEachDay(ordered: readonly Observation[]): ReadonlySet<Observation> {
  const byDay = new Map<string, Observation>();
  for (const observation of ordered) {
    if (observation.total !== null && observation.displayed !== null) {
      byDay.set(observation.on, observation);
    }
  }
  return new Set(byDay.values());
}
