import { INTAKE_DAYS, isInEpisode } from '#shared/change/episode.ts';
import { cutOffInUse } from '#shared/change/in-use.ts';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { ChartData } from '../../ui/chart/geometry.ts';

/**
 * What the chart of a measure is drawn from, `inCareSince` as in the client's identity; null where
 * it has no scale to be drawn on.
 */
export function chartDataOf(line: MeasureTrend, inCareSince: CalendarDate): ChartData | null {
  const { measure: known, scores } = line;
  if (known === null || known.range === null) return null;
  return {
    scores,
    range: known.range,
    bands: known.bands,
    cutOff: cutOffInUse(known.cutOffs)?.value ?? null,
    corridor: corridorOf(line),
    episodeFrom: scores.every(({ on }) => isInEpisode(on, inCareSince))
      ? null
      : addDays(inCareSince, -INTAKE_DAYS),
    leftOutAfterFirst: line.totalCount > scores.length + line.otherVersionCount,
  };
}

/** The corridor of measurement error around baseline; null where nothing can be judged by one. */
export function corridorOf({ baseline, measure }: MeasureTrend): ChartData['corridor'] {
  const change = measure?.reliableChange ?? null;
  if (typeof baseline?.displayed !== 'number' || change === null) return null;
  return { baseline: baseline.displayed, threshold: change.value };
}
