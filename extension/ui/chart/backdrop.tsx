import { dateInWords } from '#shared/contracts/calendar.ts';
import type { ChartGeometry } from './geometry.ts';

/** What lies behind the course: severity bands, the corridor of measurement error, the cut-off. */
export function Backdrop({ geometry }: { readonly geometry: ChartGeometry }) {
  const { plot, bands, corridor, cutOffY, heights, dates } = geometry;
  const width = plot.right - plot.left;
  return (
    <g aria-hidden="true">
      {bands.map(({ label, y, height }) => (
        <rect key={label} class="band" x={plot.left} y={y} width={width} height={height} />
      ))}
      {corridor === null ? null : (
        <rect
          class="corridor"
          x={plot.left}
          y={corridor.y}
          width={width}
          height={corridor.height}
        />
      )}
      {cutOffY === null ? null : (
        <line class="cut-off" x1={plot.left} x2={plot.right} y1={cutOffY} y2={cutOffY} />
      )}
      {heights.map(({ value, y }) => (
        <text key={value} x={plot.left - 6} y={y + 3} text-anchor="end">
          {value}
        </text>
      ))}
      {dates.map(({ date, x, anchor }) => (
        <text key={date} x={x} y={plot.bottom + 14} text-anchor={anchor}>
          {dateInWords(date, { year: false })}
        </text>
      ))}
    </g>
  );
}
