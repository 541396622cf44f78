import { type Signal, useSignal } from '@preact/signals';
import type { Drawing, Mark } from '#shared/charts/instructions.ts';
import type { KeyEntry } from '#shared/charts/said/key-said.ts';
import { Backdrop } from './backdrop.tsx';
import { ChartKey } from './chart-key.tsx';
import { MarkShape } from './mark.tsx';
import { moveFocus } from './move-focus.ts';

/** A drawing and what is said of it. */
export interface LineChartProps {
  readonly drawing: Drawing;
  /** The whole chart in a few sentences. */
  readonly summary: string;
  readonly chartKey: readonly KeyEntry[];
}

/**
 * A course over time. One stop of the keyboard; the arrow keys go from answer to answer, and what is
 * focused or pointed at is said below in words.
 */
export function LineChart({ drawing, summary, chartKey }: LineChartProps) {
  const said = useSignal<string | null>(null);
  return (
    <>
      {/* A group, not an image: what is inside an image can't be focused. */}
      <svg
        class="chart"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        height={drawing.height}
        role="group"
        aria-label={`${summary} Use the arrow keys to go from answer to answer.`}
        onKeyDown={moveFocus}
      >
        <Course drawing={drawing} />
        <Marks marks={drawing.marks} said={said} />
      </svg>
      <p class="chart-said">
        {drawing.marks.find(({ key }) => key === said.value)?.said ??
          'Point at an answer to read it.'}
      </p>
      <ChartKey entries={chartKey} />
    </>
  );
}

/** The same drawing as a picture, for paper. */
export function PrintedChart({ drawing, summary, chartKey }: LineChartProps) {
  return (
    <>
      <svg class="chart" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img">
        <title>{summary}</title>
        <Course drawing={drawing} />
        {drawing.marks.map((mark) => (
          <MarkShape key={mark.key} mark={mark} />
        ))}
      </svg>
      <ChartKey entries={chartKey} />
    </>
  );
}

function Course({ drawing }: { readonly drawing: Drawing }) {
  return (
    <>
      <Backdrop drawing={drawing} />
      {drawing.paths.map(({ kind, points }) => (
        <polyline
          key={`${points[0]?.x} ${points[0]?.y}`}
          class={`line ${kind}`}
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        />
      ))}
    </>
  );
}

function Marks({
  marks,
  said,
}: {
  readonly marks: readonly Mark[];
  readonly said: Signal<string | null>;
}) {
  const isSaid = marks.some(({ key }) => key === said.value);
  const stop = isSaid ? said.value : marks.at(-1)?.key;
  return marks.map((mark) => {
    const say = () => {
      said.value = mark.key;
    };
    const reach = {
      tabIndex: mark.key === stop ? 0 : -1,
      role: 'img',
      'aria-label': mark.said,
      onFocus: say,
      onPointerEnter: say,
    } as const;
    return <MarkShape key={mark.key} mark={mark} reach={reach} />;
  });
}
