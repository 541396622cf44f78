import { type ItemRow, itemRows } from '#shared/charts/items/item-rows.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ItemCourse } from '#shared/contracts/measure-line.ts';
import { ItemDots } from '../../ui/chart/item-dots.tsx';

/** Every item of a form with its first, previous and newest answer. */
export function ItemRows({
  courses,
  known,
}: {
  readonly courses: readonly ItemCourse[];
  readonly known: Instrument;
}) {
  return (
    <>
      <p class="soft items-key">
        Left is the lowest choice. Bar: first. Ring: the time before. Filled: now. Single items have
        no norms.
      </p>
      <ul class="items">
        {itemRows(courses, known).map((row) => (
          <Item key={row.item} row={row} />
        ))}
      </ul>
    </>
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
