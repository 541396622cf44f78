import { type Signal, useSignal } from '@preact/signals';
import type { DatedScore } from '#shared/contracts/measure-line.ts';
import { Backdrop } from './backdrop.tsx';
import { type ChartData, type ChartGeometry, chartGeometry } from './geometry.ts';
import { useWidth } from './width.ts';

const HEIGHT = 124;

/** What the chart says besides its drawing. */
export interface TrendChartProps {
  readonly data: ChartData;
  /** The whole course in a sentence. */
  readonly summary: string;
  /** How to read the drawing: which way is better, what is shaded and dashed. */
  readonly legend: string;
  /** One score in words, for the eye and the ear. */
  readonly sayScore: (score: DatedScore) => string;
}

/**
 * A course over time. One stop of the keyboard; the arrow keys go from answer to answer, and
 * what is focused or pointed at is said below in words.
 */
export function TrendChart({ data, summary, legend, sayScore }: TrendChartProps) {
  const { ref, width } = useWidth();
  const said = useSignal<DatedScore | null>(null);
  const geometry = chartGeometry(data, { width, height: HEIGHT });
  return (
    <figure ref={ref}>
      {/* A group, not an image: what is inside an image can't be focused. */}
      <svg
        class="chart"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        height={HEIGHT}
        role="group"
        aria-label={`${summary} Use the arrow keys to go from answer to answer.`}
        onKeyDown={moveFocus}
      >
        <Backdrop geometry={geometry} />
        <path class="line" d={geometry.path} />
        <Marks geometry={geometry} data={data} said={said} sayScore={sayScore} />
      </svg>
      <figcaption class="chart-said">
        {said.value === null ? legend : sayScore(said.value)}
      </figcaption>
    </figure>
  );
}

interface MarksProps {
  readonly geometry: ChartGeometry;
  readonly data: ChartData;
  readonly said: Signal<DatedScore | null>;
  readonly sayScore: TrendChartProps['sayScore'];
}

function Marks({ geometry, data, said, sayScore }: MarksProps) {
  const stop = said.value ?? data.scores.at(-1);
  const mark = (score: DatedScore) => ({
    tabIndex: score === stop ? 0 : -1,
    role: 'img' as const,
    'aria-label': sayScore(score),
    onFocus: () => {
      said.value = score;
    },
    onPointerEnter: () => {
      said.value = score;
    },
  });
  const points = new Map(geometry.points.map((point) => [point.score, point]));
  const gaps = new Map(geometry.gaps.map((gap) => [gap.score, gap.x]));
  return data.scores.map((score) => {
    const point = points.get(score);
    return point === undefined ? (
      <path
        key={score.submittedAt}
        class="gap"
        d={cross(gaps.get(score) ?? 0, geometry.plot.bottom)}
        {...mark(score)}
      />
    ) : (
      <circle
        key={score.submittedAt}
        class={`point${point.last ? ' last' : ''}${score.prorated ? ' filled-in' : ''}`}
        cx={point.x}
        cy={point.y}
        r={point.last ? 5 : 3.5}
        {...mark(score)}
      />
    );
  });
}

/** A cross on the ground line: something was answered, and it has no score. */
function cross(x: number, ground: number): string {
  return `M${x - 4} ${ground - 9}l8 8m0 -8l-8 8`;
}

const STEPS: Readonly<Record<string, (place: number, count: number) => number>> = {
  ArrowLeft: (place) => place - 1,
  ArrowRight: (place) => place + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function moveFocus(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const { currentTarget } = event;
  if (step === undefined || !(currentTarget instanceof Element)) return;
  const marks = [...currentTarget.querySelectorAll<SVGElement>('[tabindex]')];
  const place = marks.findIndex((mark) => mark === document.activeElement);
  const next = marks[Math.min(Math.max(step(place, marks.length), 0), marks.length - 1)];
  event.preventDefault();
  next?.focus();
}
