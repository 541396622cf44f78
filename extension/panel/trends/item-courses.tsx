import { itemCourses } from '#shared/brief/items.ts';
import { isPartOfTotal } from '#shared/brief/parts.ts';
import { type Brief, NEWEST_AT_HAND } from '#shared/contracts/brief.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';

const loadItemRows = () => import('./item-rows.tsx');

/** Said of a session that lies further back than answers are read. */
const NOT_AT_HAND = `Item by item: single answers are shown of the newest ${NEWEST_AT_HAND} forms only.`;

/** Item by item: first, previous and now. Told once for a form, at its total. */
export function ItemCourses({
  measure,
  brief,
}: {
  readonly measure: MeasureTrend;
  readonly brief: Brief;
}) {
  const form = brief.forms.find(({ instrumentId }) => instrumentId === measure.instrumentId);
  if (form === undefined || form.instrument === null || isPartOfTotal(measure)) return null;
  const courses = itemCourses(form, brief.episodes.at(-1)?.beginsOn ?? null);
  if (courses.length === 0) return <p class="soft">{NOT_AT_HAND}</p>;
  const known = form.instrument;
  return (
    <DisclosureOnDemand summary="Item by item" load={loadItemRows}>
      {({ ItemRows }) => <ItemRows courses={courses} known={known} />}
    </DisclosureOnDemand>
  );
}
