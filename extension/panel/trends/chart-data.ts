import { cutOffInUse } from '#shared/change/in-use.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { ChartData } from '../../ui/chart/geometry.ts';

/** What the chart of a measure is drawn from; null where it has no scale to be drawn on. */
export function chartDataOf(line: MeasureTrend): ChartData | null {
  const { baseline, measure: known } = line;
  if (known === null || known.range === null) return null;
  const change = known.reliableChange;
  return {
    scores: line.scores,
    range: known.range,
    bands: known.bands,
    cutOff: cutOffInUse(known.cutOffs)?.value ?? null,
    corridor:
      typeof baseline?.displayed !== 'number' || change === null
        ? null
        : { baseline: baseline.displayed, threshold: change.value },
    leftOutAfterFirst: line.totalCount > line.scores.length + line.otherVersionCount,
  };
}
