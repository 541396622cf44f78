import { chartContext } from '#shared/charts/context.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import { momentInWords } from '#shared/words/moments.ts';
import { PrintedChart } from '../../../ui/chart/line-chart.tsx';
import { Facts } from '../course-facts.tsx';
import { drawnAndSaid } from '../drawn-and-said.ts';
import { EventList } from '../event-list.tsx';
import type { MeasureProps } from '../measure-props.ts';
import { LeftOut, ScoreRows } from '../score-table.tsx';
import { initialsOf } from './initials.ts';

/** Units of the drawing on a page; it is scaled to the page's width. */
const SIZE = { width: 680, height: 260 };

/** One chart with what it means and its table, as it stood when the brief was read. */
export function PrintedPage({
  measure,
  brief,
  sessionOn,
  withName,
}: MeasureProps & { readonly withName: boolean }) {
  const { client, asOf, timeZone } = brief;
  const context = chartContext(brief, measure, SIZE, sessionOn);
  const who = withName
    ? `${client.displayName}, born ${dateInWords(client.birthDate, { year: true })}`
    : initialsOf(client.displayName);
  return (
    <article>
      <h1>{measure.name}</h1>
      <p>
        {who} · as of {momentInWords(asOf, timeZone)} · client self-report
      </p>
      <PrintedChart {...drawnAndSaid(measure, context)} />
      <EventList events={context.events} today={context.today} />
      <Facts measure={measure} />
      <ScoreRows measure={measure} context={context} />
      <LeftOut measure={measure} />
      <p class="soft">Throughline. Confidential health information.</p>
    </article>
  );
}
