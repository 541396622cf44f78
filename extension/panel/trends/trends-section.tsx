import type { ComponentChildren } from 'preact';
import { isPartOfTotal } from '#shared/brief/parts.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { Disclosure, Section } from '../../ui/controls.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { EventList } from './event-list.tsx';
import type { MeasureProps } from './measure-props.ts';
import { MeasureView } from './measure-view.tsx';

/** Charts that are open from the start: the newest measures; the others are one press away. */
const OPEN_CHARTS = 2;

/** The course of every measure, and those that can be compared on one axis. */
export function TrendsSection({
  brief,
  children,
  ...rest
}: Omit<MeasureProps, 'measure'> & {
  /** What is decided about them. */
  readonly children?: ComponentChildren;
}) {
  const shared = { brief, ...rest };
  const whole = brief.measures.filter((measure) => totalOf(measure, brief) === null);
  return (
    <Section title="Trends">
      {brief.measures.length === 0 ? (
        <p>No measure has been answered yet. Trends begin with the first one.</p>
      ) : (
        <ul class="measures">
          {whole.map((measure, place) => (
            <li key={measure.measureId}>
              <MeasureView measure={measure} {...shared} open={place < OPEN_CHARTS}>
                <Parts parts={partsOf(measure, brief)} {...shared} />
              </MeasureView>
            </li>
          ))}
        </ul>
      )}
      <ComparisonView brief={brief} />
      {brief.events.length === 0 ? null : (
        <Disclosure summary={`Events (${brief.events.length})`}>
          <EventList events={brief.events} today={brief.asOfDate} />
        </Disclosure>
      )}
      {children}
    </Section>
  );
}

/** The line of the total that a subscale is told under; null for what stands by itself. */
function totalOf(measure: MeasureTrend, { measures }: Brief): MeasureTrend | null {
  if (!isPartOfTotal(measure)) return null;
  const total = measures.find(({ measureId }) => measureId === measure.instrumentId);
  return total ?? null;
}

function partsOf(total: MeasureTrend, brief: Brief): MeasureTrend[] {
  return brief.measures.filter((measure) => totalOf(measure, brief) === total);
}

/** The subscales of a total, which says the most: they are one press away. */
function Parts({
  parts,
  ...shared
}: Omit<MeasureProps, 'measure'> & { readonly parts: readonly MeasureTrend[] }) {
  if (parts.length === 0) return null;
  return (
    <Disclosure summary={`Subscales (${parts.length})`}>
      <ul class="measures parts">
        {parts.map((part) => (
          <li key={part.measureId}>
            <MeasureView measure={part} {...shared} open={false} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
