import { INTAKE_DAYS, isInEpisode } from '#shared/change/episode.ts';
import type { MeasureTrend } from '#shared/contracts/brief.ts';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { defaultCutOff } from '#shared/instruments/registry.ts';
import type { ChartData } from '../../ui/chart/geometry.ts';

/**
 * What the chart of a measure is drawn from, `inCareSince` as in the client's identity; null where
 * it has no scale to be drawn on.
 */
export function chartDataOf(
  measure: MeasureTrend,
  known: Instrument,
  inCareSince: CalendarDate,
): ChartData | null {
  if (known.range === null || measure.latest.insteadOfTotal !== null) return null;
  return {
    scores: measure.scores,
    range: known.range,
    bands: known.bandsProvenance === 'unsettled' ? [] : known.bands,
    cutOff: defaultCutOff(known)?.value ?? null,
    corridor: corridorOf(measure, known),
    episodeFrom: measure.scores.every(({ on }) => isInEpisode(on, inCareSince))
      ? null
      : addDays(inCareSince, -INTAKE_DAYS),
    leftOutAfterFirst: measure.totalCount > measure.scores.length + measure.otherVersionCount,
  };
}

/** The corridor of measurement error around baseline; null where nothing can be judged by one. */
export function corridorOf(
  { baseline }: MeasureTrend,
  known: Instrument | null,
): ChartData['corridor'] {
  const change = known?.reliableChange ?? null;
  if (typeof baseline?.displayed !== 'number' || change === null) return null;
  return { baseline: baseline.displayed, threshold: change.value };
}
