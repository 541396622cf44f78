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
          x={corridor.x}
          y={corridor.y}
          width={plot.right - corridor.x}
          height={corridor.height}
        />
      )}
      {cutOffY === null ? null : (
        <line class="cut-off" x1={plot.left} x2={plot.right} y1={cutOffY} y2={cutOffY} />
      )}
      <EpisodeBegin geometry={geometry} />
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

/** Pixels that the word beside the line needs. */
const WORD_WIDTH = 72;

/** A dotted line with a word where the present episode of care begins. */
function EpisodeBegin({ geometry: { plot, episodeX } }: { readonly geometry: ChartGeometry }) {
  if (episodeX === null) return null;
  const isTight = episodeX > plot.right - WORD_WIDTH;
  return (
    <>
      <line class="event" x1={episodeX} x2={episodeX} y1={plot.top} y2={plot.bottom} />
      <text
        x={episodeX + (isTight ? -4 : 4)}
        y={plot.top + 9}
        text-anchor={isTight ? 'end' : 'start'}
      >
        new episode
      </text>
    </>
  );
}
