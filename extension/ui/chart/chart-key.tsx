import type { KeyEntry } from '#shared/charts/said/key-said.ts';
import { MarkShape } from './mark.tsx';

/** What a chart shows besides scores, each with a sample of it. */
export function ChartKey({ entries }: { readonly entries: readonly KeyEntry[] }) {
  return (
    <ul class="chart-key">
      {entries.map(({ sample, words }) => (
        <li key={sample}>
          <svg class="chart sample" viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
            <Sample of={sample} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** A mark in the middle of a sample. */
const MARK = {
  x: 8,
  y: 6,
  isLatest: false,
  isBaseline: false,
} as const;

function Sample({ of }: { readonly of: KeyEntry['sample'] }) {
  if (of === 'scale') return <path class="ground" d="M8 1v10m-3 -10h6m-6 10h6" />;
  if (of === 'corridor') return <rect class="corridor" x={0} y={1} width={16} height={10} />;
  if (of === 'cutOff') return <line class="cut-off" x1={0} x2={16} y1={6} y2={6} />;
  if (of === 'overlap') return <line class="overlap" x1={0} x2={16} y1={9} y2={9} />;
  const isProrated = of === 'prorated';
  const isAfterSession = of === 'afterSession';
  const shape = isProrated || isAfterSession ? 'score' : of;
  return <MarkShape mark={{ ...MARK, shape, isProrated, isAfterSession }} />;
}
