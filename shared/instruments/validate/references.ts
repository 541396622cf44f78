import type { Instrument } from '../../contracts/instrument.ts';

/** Whatever names an item or a subscale names one that is there. */
export function referenceDefects(measure: Instrument): string[] {
  const { subscales } = measure;
  const ids = new Set(subscales.map(({ id }) => id));
  const named = [
    ...measure.cutOffs.map((cutOff) => cutOff.subscale),
    ...[measure.reliableChange, ...measure.otherReliableChange].map((value) => value?.subscale),
  ].filter((id) => id !== undefined && !ids.has(id));
  return [
    ...unknownItems(measure),
    ...reverseDefects(measure),
    ...named.map((id) => `a threshold names the subscale ${id}, which does not exist`),
    ...(ids.size < subscales.length ? ['two subscales have the same id'] : []),
  ];
}

function unknownItems(measure: Instrument): string[] {
  const count = measure.wording === 'given' ? measure.items.length : measure.itemCount;
  const references = [
    ...measure.reverseItems.map((item) => ({ by: 'reverse items', item })),
    ...measure.safetyItems.map(({ item }) => ({ by: 'safety items', item })),
    ...measure.subscales.flatMap(({ id, items }) => items.map((item) => ({ by: id, item }))),
  ];
  return references
    .filter(({ item }) => item < 1 || item > count)
    .map(({ by, item }) => `${by} name item ${item}, which does not exist`);
}

/**
 * A reversed item is scored highest plus lowest value minus answer, which is right only where it has
 * the choices that all items share, without points of their own.
 */
function reverseDefects({ items, reverseItems, options }: Instrument): string[] {
  const recoded = options.some(({ points }) => points !== undefined);
  return items
    .filter(({ number }) => reverseItems.includes(number))
    .filter((item) => recoded || item.options !== undefined || item.scored === false)
    .map(({ number }) => `item ${number} is reversed, but its options are not those of the others`);
}
