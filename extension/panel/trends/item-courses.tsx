import { itemCourses } from '#shared/brief/items.ts';
import { isPartOfTotal } from '#shared/brief/parts.ts';
import { type ItemRow, itemRows } from '#shared/charts/items/item-rows.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { ItemDots } from '../../ui/chart/item-dots.tsx';
import { Disclosure } from '../../ui/controls.tsx';

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
  return (
    <Disclosure summary="Item by item">
      <p class="soft items-key">
        Left is the lowest choice. Bar: first. Ring: the time before. Filled: now. Single items have
        no norms.
      </p>
      <ul class="items">
        {itemRows(courses, form.instrument).map((row) => (
          <Item key={row.item} row={row} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Item({ row }: { readonly row: ItemRow }) {
  return (
    <li class={row.isSafety ? 'safety' : ''}>
      <p>
        {row.question}
        {row.isSafety ? <em class="soft"> (safety item)</em> : null}
      </p>
      <ItemDots row={row} />
      <p class="soft">{row.said}</p>
    </li>
  );
}
