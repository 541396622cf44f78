import type { Comparison } from '#shared/charts/compare/instructions.ts';
import { LineSetChart } from './line-set.tsx';

/** Several measures on one axis, with the corridor of reliable change. */
export function ComparisonChart({
  comparison,
  summary,
}: {
  readonly comparison: Comparison;
  readonly summary: string;
}) {
  const { plot, corridor, zeroY } = comparison;
  return (
    <LineSetChart drawing={comparison} summary={summary}>
      <rect
        class="corridor"
        x={plot.left}
        y={corridor.y}
        width={plot.right - plot.left}
        height={corridor.height}
      />
      <line class="baseline" x1={plot.left} x2={plot.right} y1={zeroY} y2={zeroY} />
    </LineSetChart>
  );
}
