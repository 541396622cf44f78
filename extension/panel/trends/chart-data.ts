import type { MeasureTrend } from '#shared/contracts/brief.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { defaultCutOff } from '#shared/instruments/registry.ts';
import type { ChartData } from '../../ui/chart/geometry.ts';

/** What the chart of a measure is drawn from; null where it has no scale to be drawn on. */
export function chartDataOf(measure: MeasureTrend, known: Instrument): ChartData | null {
  if (known.range === null || measure.latest.insteadOfTotal !== null) return null;
  const { baseline } = measure;
  const change = known.reliableChange;
  return {
    scores: measure.scores,
    range: known.range,
    bands: known.bandsProvenance === 'unsettled' ? [] : known.bands,
    cutOff: defaultCutOff(known)?.value ?? null,
    corridor:
      typeof baseline?.displayed !== 'number' || change === null
        ? null
        : { baseline: baseline.displayed, threshold: change.value },
    leftOutAfterFirst: measure.totalCount > measure.scores.length + measure.otherVersionCount,
  };
}
