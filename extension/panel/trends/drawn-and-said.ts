import type { ChartContext } from '#shared/charts/context.ts';
import { drawing } from '#shared/charts/drawing.ts';
import { courseSaid } from '#shared/charts/said/course-said.ts';
import { keySaid } from '#shared/charts/said/key-said.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { LineChartProps } from '../../ui/chart/line-chart.tsx';

/** A chart with all that is said of it. */
export function drawnAndSaid(measure: MeasureTrend, context: ChartContext): LineChartProps {
  const drawn = drawing(measure, context);
  return { drawing: drawn, summary: courseSaid(measure, context), chartKey: keySaid(drawn) };
}
