import type { Draft, DraftItem } from './draft.ts';

/** What a draft says of a form, in the form's own shape; whether it may be one is checked elsewhere. */
export interface Candidate {
  readonly title: string;
  readonly items: readonly unknown[];
}

/** The form that a draft stands for. A question that was never saved is given an id by its name. */
export function candidateOf({ title, items }: Draft): Candidate {
  const taken = new Set(items.map(({ id }) => id));
  return {
    title: title.trim(),
    items: items.map((item) => {
      const id = item.id === '' ? newItemId(item.name, taken) : item.id;
      taken.add(id);
      return candidateItem(item, id);
    }),
  };
}

function candidateItem({ kind, name, text, ...fields }: DraftItem, id: string): unknown {
  const asked = { kind, id, name: name.trim(), text: text.trim() };
  if (kind === 'text') return { ...asked, maxLength: wholeIn(fields.maxLength) };
  const { direction } = fields;
  if (kind === 'choice') {
    const options = fields.options.map(({ value, label }) => ({
      value: wholeIn(value),
      label: label.trim(),
    }));
    return { ...asked, options, direction };
  }
  return {
    ...asked,
    min: wholeIn(fields.min),
    max: wholeIn(fields.max),
    minLabel: fields.minLabel.trim(),
    maxLabel: fields.maxLabel.trim(),
    direction,
  };
}

/** A whole number as it is typed; not a number for everything else, also for nothing. */
function wholeIn(typed: string): number {
  return /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}

/** An id that tells a person what it is of: `sleep`, `sleep_2`. Lines over time are kept under it. */
function newItemId(name: string, taken: ReadonlySet<string>): string {
  const spelled = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 30);
  const stem = spelled === '' ? 'item' : spelled;
  let id = stem;
  for (let count = 2; taken.has(id); count += 1) id = `${stem}_${count}`;
  return id;
}
