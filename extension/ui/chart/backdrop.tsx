import type { Drawing, Words } from '#shared/charts/instructions.ts';

/** What lies behind the course: severity bands, corridor of measurement error, cut-off, axes. */
export function Backdrop({ drawing }: { readonly drawing: Drawing }) {
  const { plot, bands, corridor, cutOff, baseline, overlaps } = drawing;
  const width = plot.right - plot.left;
  return (
    <g aria-hidden="true">
      {bands.map(({ label, rank, y, height }) => (
        <rect
          key={label}
          class={rank % 2 === 1 ? 'band shaded' : 'band'}
          x={plot.left}
          y={y}
          width={width}
          height={height}
        />
      ))}
      {corridor === null ? null : (
        <rect
          class="corridor"
          x={corridor.x}
          y={corridor.y}
          width={corridor.width}
          height={corridor.height}
        />
      )}
      {cutOff === null ? null : (
        <line class="cut-off" x1={plot.left} x2={plot.right} y1={cutOff.y} y2={cutOff.y} />
      )}
      {baseline === null ? null : (
        <line class="baseline" x1={baseline.x} x2={baseline.to} y1={baseline.y} y2={baseline.y} />
      )}
      {overlaps.map(({ from, to, y }) => (
        <line key={from} class="overlap" x1={from} x2={to} y1={y} y2={y} />
      ))}
      <Events drawing={drawing} />
      <Axes drawing={drawing} />
    </g>
  );
}

/** Dotted lines from their words to the ground. */
function Events({ drawing: { events } }: { readonly drawing: Drawing }) {
  return events.map(({ kind, on, x, top, bottom, label, name }) => (
    <g key={`${kind} ${on} ${label}`}>
      <line class={`event ${kind}`} x1={x} x2={x} y1={top} y2={bottom} />
      {name === null ? null : <Said words={name} />}
    </g>
  ));
}

function Axes({ drawing }: { readonly drawing: Drawing }) {
  const { plot, direction, valueTicks, dateTicks, bands } = drawing;
  return (
    <>
      <line class="ground" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {direction === null ? null : <Said words={direction} />}
      {bands.map(({ label, name }) =>
        name === null ? null : <Said key={label} words={name} class="band-name" />,
      )}
      {valueTicks.map((tick) => (
        <Said key={tick.value} words={tick} />
      ))}
      {dateTicks.map((tick) => (
        <Said key={tick.on} words={tick} />
      ))}
    </>
  );
}

/** Words where a drawing has them. */
export function Said({
  words: { x, y, words, anchor },
  ...rest
}: {
  readonly words: Words;
  readonly class?: string;
}) {
  return (
    <text x={x} y={y} text-anchor={anchor} {...rest}>
      {words}
    </text>
  );
}
