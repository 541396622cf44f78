import { itemCourses } from '#shared/brief/items.ts';
import { isPartOfTotal } from '#shared/brief/parts.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';

const loadItemRows = () => import('./item-rows.tsx');

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
  if (courses.length === 0) return null;
  const known = form.instrument;
  return (
    <DisclosureOnDemand summary="Item by item" load={loadItemRows}>
      {({ ItemRows }) => <ItemRows courses={courses} known={known} />}
    </DisclosureOnDemand>
  );
}
