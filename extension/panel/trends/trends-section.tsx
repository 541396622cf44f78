import { isPartOfTotal } from '#shared/brief/parts.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { TrendChart } from '../../ui/chart/trend-chart.tsx';
import { Disclosure, Section, Tag } from '../../ui/controls.tsx';
import { Joined } from '../../ui/joined.tsx';
import { chartDataOf } from './chart-data.ts';
import { courseSaid, judgementOf, legendSaid, meaningOf, scoreSaid } from './measure-words.ts';
import { MeasureSources } from './provenance.tsx';
import { ScoreTable } from './score-table.tsx';

/** Charts that are open from the start: the newest measures; the others are one press away. */
const OPEN_CHARTS = 2;

/** The course of every measure. */
export function TrendsSection({ brief }: { readonly brief: Brief }) {
  return (
    <Section title="Trends">
      {brief.measures.length === 0 ? (
        <p>No measure has been answered yet. Trends begin with the first one.</p>
      ) : (
        <ul class="measures">
          {brief.measures.map((measure, place) => (
            <li key={measure.measureId}>
              <Measure measure={measure} brief={brief} open={place < OPEN_CHARTS} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface MeasureProps {
  readonly measure: MeasureTrend;
  readonly brief: Pick<Brief, 'asOfDate' | 'client'>;
  readonly open: boolean;
}

function Measure({ measure, brief, open }: MeasureProps) {
  const { measureId, name, latest } = measure;
  // Where the numbers come from is said once for a form, at its total.
  const known = isPartOfTotal(measure) ? null : instrument(measure.instrumentId);
  const judgement = judgementOf(measure);
  const highest = measure.measure?.range?.max;
  const chart = chartDataOf(measure, brief.client.inCareSince);
  return (
    <article class="measure">
      <div class="measure-head">
        <h3>
          {name} <Tag tone={judgement.tone}>{judgement.word}</Tag>
        </h3>
        <p class="big number">
          {latest.displayed ?? '–'} {highest === undefined ? null : <small>/ {highest}</small>}
        </p>
        <p class="soft meaning">
          <Joined parts={meaningOf(measure, brief.asOfDate)} />
        </p>
      </div>
      {chart === null || measure.scores.length < 2 ? null : (
        <Disclosure summary="Chart" open={open}>
          <TrendChart
            data={chart}
            summary={courseSaid(measure)}
            legend={legendSaid(measure)}
            sayScore={(score) => scoreSaid(score, measureId)}
          />
        </Disclosure>
      )}
      <div class="on-demand">
        {measure.scores.length < 2 ? null : <ScoreTable measure={measure} />}
        {known === null ? null : <MeasureSources known={known} />}
      </div>
    </article>
  );
}
