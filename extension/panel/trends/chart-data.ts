import { cutOffInUse } from '#shared/change/in-use.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { ChartData } from '../../ui/chart/geometry.ts';

/** What the chart of a measure is drawn from; null where it has no scale to be drawn on. */
export function chartDataOf(line: MeasureTrend): ChartData | null {
  const { measure: known } = line;
  if (known === null || known.range === null) return null;
  return {
    scores: line.scores,
    range: known.range,
    bands: known.bands,
    cutOff: cutOffInUse(known.cutOffs)?.value ?? null,
    corridor: corridorOf(line),
    episodeFrom: episodeFrom(line),
    leftOutAfterFirst: line.totalCount > line.scores.length + line.otherVersionCount,
  };
}

/** The corridor of measurement error around baseline; null where nothing can be judged by one. */
export function corridorOf({ baseline, measure }: MeasureTrend): ChartData['corridor'] {
  const change = measure?.reliableChange ?? null;
  if (typeof baseline?.displayed !== 'number' || change === null) return null;
  return { baseline: baseline.displayed, threshold: change.value };
}

/** Where the present episode of care begins; null when nothing on the line is older. */
function episodeFrom({ scores, trajectory }: MeasureTrend): CalendarDate | null {
  const begins = trajectory.episodes.at(-1)?.beginsOn;
  return begins !== undefined && scores.some(({ on }) => on < begins) ? begins : null;
}
