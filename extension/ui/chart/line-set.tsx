import type { ComponentChildren } from 'preact';
import type { ComparedLine, LineSet } from '#shared/charts/compare/instructions.ts';
import { Said } from './backdrop.tsx';

/** Several lines on one axis. A picture: the list beside it says the same in words. */
export function LineSetChart({
  drawing,
  summary,
  children,
}: {
  readonly drawing: LineSet;
  readonly summary: string;
  /** What lies behind the lines. */
  readonly children?: ComponentChildren;
}) {
  const { width, height, plot, title, valueTicks, dateTicks, lines } = drawing;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} height={height} role="img">
      <title>{title.words.replace('↑ ', '')}</title>
      <desc>{summary}</desc>
      {children}
      <line class="ground" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      <Said words={title} />
      {[...valueTicks, ...dateTicks].map((tick) => (
        <Said key={tick.words} words={tick} />
      ))}
      {lines.map((line) => (
        <Line key={line.key} line={line} />
      ))}
    </svg>
  );
}

/** Told apart by stroke and mark as well as by colour. */
const MARKS = [
  'm-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0',
  'm-3.5 -3.5h7v7h-7z',
  'm0 -4.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z',
  'm0 -4.5l4.5 7.5h-9z',
  'm0 4.5l4.5 -7.5h-9z',
] as const;

function Line({ line: { style, marks, end } }: { readonly line: ComparedLine }) {
  const place = style % MARKS.length;
  return (
    <g class={`compared c${place}`}>
      <polyline class="line" points={marks.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {marks.map(({ key, x, y, said }) => (
        <path key={key} class="mark" d={`M${x} ${y}${MARKS[place] ?? MARKS[0]}`}>
          <title>{said}</title>
        </path>
      ))}
      <Said words={end} class="end" />
    </g>
  );
}
