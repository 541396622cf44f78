import { useMemo } from 'preact/hooks';
import { chartContext } from '#shared/charts/context.ts';
import { LineChart } from '../../ui/chart/line-chart.tsx';
import { useWidth } from '../../ui/chart/width.ts';
import { Disclosure } from '../../ui/controls.tsx';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';
import { baselineCandidates } from '../record/baselines.ts';
import { drawnAndSaid } from './drawn-and-said.ts';
import type { MeasureProps } from './measure-props.ts';

const HEIGHT = 152;

const loadBaseline = () => import('../record/baseline-choice.tsx');
const loadTable = () => import('./score-table.tsx');
const loadPrint = () => import('./print/print-chart.tsx');

/** The course of one measure: drawn, as a table, and on paper. */
export function CourseChart({ open, ...props }: MeasureProps & { readonly open: boolean }) {
  const { measure, brief, sessionOn } = props;
  const hasCourse = measure.scores.length > 1 || measure.external.length > 0;
  if (!hasCourse) return null;
  const context = chartContext(brief, measure, { width: 0, height: 0 }, sessionOn);
  return (
    <Disclosure summary="Chart" open={open}>
      <div class="stack">
        <Drawn {...props} />
        <div class="on-demand">
          <DisclosureOnDemand summary="As a table" load={loadTable}>
            {({ ScoreTable }) => <ScoreTable measure={measure} context={context} />}
          </DisclosureOnDemand>
          <Baseline {...props} />
          <DisclosureOnDemand summary="On paper" load={loadPrint}>
            {({ PrintChart }) => <PrintChart {...props} />}
          </DisclosureOnDemand>
        </div>
      </div>
    </Disclosure>
  );
}

/** Drawn anew when the answers or the width change, not with every second of the clock. */
function Drawn({ measure, brief, sessionOn }: MeasureProps) {
  const { ref, width } = useWidth();
  const drawn = useMemo(() => {
    const context = chartContext(brief, measure, { width, height: HEIGHT }, sessionOn);
    return drawnAndSaid(measure, context);
  }, [measure, brief, sessionOn, width]);
  return (
    <figure ref={ref}>
      <LineChart {...drawn} />
    </figure>
  );
}

/** What the scores are compared with, beside the scores; nothing where only one could be chosen. */
function Baseline({ measure, facts, actions }: MeasureProps) {
  if (baselineCandidates(measure).length === 0) return null;
  return (
    <DisclosureOnDemand summary="Baseline" load={loadBaseline}>
      {({ BaselineChoice }) => (
        <BaselineChoice trend={measure} facts={facts} actions={actions.record} />
      )}
    </DisclosureOnDemand>
  );
}
