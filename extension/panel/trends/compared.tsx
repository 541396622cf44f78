import { type Signal, useSignal } from '@preact/signals';
import { NOT_COMPARABLE_WORDS, unitScores } from '#shared/charts/compare/comparable.ts';
import { comparison } from '#shared/charts/compare/comparison.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { listInWords } from '#shared/words/measures.ts';
import { ComparisonChart } from '../../ui/chart/comparison-chart.tsx';
import { useWidth } from '../../ui/chart/width.ts';

const HEIGHT = 168;

/** More lines than these can't be told apart. */
const MOST = 5;

/** The chart of what was chosen, and what can't be on it. */
export function ComparedMeasures({
  comparable,
  totals,
  brief,
}: {
  /** Two or more that have a common unit. */
  readonly comparable: readonly MeasureTrend[];
  readonly totals: readonly MeasureTrend[];
  readonly brief: Brief;
}) {
  const off = useSignal<ReadonlySet<string>>(new Set(idsOf(comparable.slice(MOST))));
  const chosen = comparable.filter(({ measureId }) => !off.value.has(measureId));
  return (
    <div class="stack">
      {comparable.length > 2 ? <Choose measures={comparable} off={off} /> : null}
      <Compared measures={chosen.slice(0, MOST)} brief={brief} />
      <LeftOut measures={totals} />
    </div>
  );
}

function idsOf(measures: readonly MeasureTrend[]): string[] {
  return measures.map(({ measureId }) => measureId);
}

function Choose({
  measures,
  off,
}: {
  readonly measures: readonly MeasureTrend[];
  readonly off: Signal<ReadonlySet<string>>;
}) {
  const toggle = (measureId: string) => {
    const next = new Set(off.value);
    if (!next.delete(measureId)) next.add(measureId);
    off.value = next;
  };
  return (
    <fieldset class="compared-choice">
      <legend class="soft">Measures, at most {MOST}</legend>
      {measures.map(({ measureId, name }) => (
        <label key={measureId}>
          <input
            type="checkbox"
            checked={!off.value.has(measureId)}
            onChange={() => toggle(measureId)}
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Compared({
  measures,
  brief,
}: {
  readonly measures: readonly MeasureTrend[];
  readonly brief: Brief;
}) {
  const { ref, width } = useWidth();
  const drawn = comparison(measures, { size: { width, height: HEIGHT }, today: brief.asOfDate });
  if (drawn === null) return <p>Choose two measures or more.</p>;
  const said = drawn.lines.map((line) => line.said);
  return (
    <figure ref={ref}>
      <ComparisonChart comparison={drawn} summary={said.join(' ')} />
      <figcaption class="soft">
        Change since each measure’s own baseline, divided by its own reliable-change value. From +1
        up it is reliably better, from −1 down reliably worse; tinted: no reliable change. Levels
        are not compared.
      </figcaption>
      <ul class="compared-said">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </figure>
  );
}

function LeftOut({ measures }: { readonly measures: readonly MeasureTrend[] }) {
  const reasons = measures.flatMap((measure) => {
    const units = unitScores(measure);
    return typeof units === 'string' ? [`${measure.name} (${NOT_COMPARABLE_WORDS[units]})`] : [];
  });
  if (reasons.length === 0) return null;
  return <p class="soft">Not on this chart: {listInWords(reasons)}.</p>;
}
