import type { Brief } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
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
  sessionOn,
  actions,
}: {
  readonly brief: Brief;
  /** The day of the session on screen: scores after it are marked. */
  readonly sessionOn: CalendarDate | null;
  readonly actions: MeasureProps['actions'];
}) {
  return (
    <Section title="Trends">
      {brief.measures.length === 0 ? (
        <p>No measure has been answered yet. Trends begin with the first one.</p>
      ) : (
        <ul class="measures">
          {brief.measures.map((measure, place) => (
            <li key={measure.measureId}>
              <MeasureView
                measure={measure}
                brief={brief}
                sessionOn={sessionOn}
                actions={actions}
                open={place < OPEN_CHARTS}
              />
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
    </Section>
  );
}
