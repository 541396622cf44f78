import { blankItem, type Draft, type DraftItem } from './draft.ts';

/** A draft after a press, and the field that the page leads to. */
export interface Pressed {
  readonly draft: Draft;
  /** Id of an element of the page; null where the page begins. */
  readonly focus: string | null;
}

const ADD = { 'add-rating': 'rating', 'add-choice': 'choice', 'add-text': 'text' } as const;

/**
 * What a button of the draft's page does: adding, moving and removing questions and choices. A press
 * that means nothing changes nothing.
 */
export function press(draft: Draft, button: string): Pressed {
  const added = Object.entries(ADD).find(([name]) => name === button)?.[1];
  if (added !== undefined) {
    const items = [...draft.items, blankItem(added)];
    return { draft: { ...draft, items }, focus: `i${items.length}.name` };
  }
  const [, what = '', first = '', second = ''] = /^([a-z-]+?)-(\d+)(?:-(\d+))?$/.exec(button) ?? [];
  const index = Number(first) - 1;
  const item = draft.items[index];
  if (item === undefined) return { draft, focus: null };
  if (what === 'up') return moved(draft, index, index - 1);
  if (what === 'down') return moved(draft, index, index + 1);
  if (what === 'remove') {
    const items = draft.items.toSpliced(index, 1);
    return { draft: { ...draft, items }, focus: items.length === 0 ? null : 'questions' };
  }
  const changed = withOptions(item, what, Number(second) - 1);
  const items = draft.items.with(index, changed);
  return { draft: { ...draft, items }, focus: `i${first}.o${changed.options.length}.label` };
}

function moved(draft: Draft, from: number, to: number): Pressed {
  const item = draft.items[from];
  if (item === undefined || draft.items[to] === undefined) return { draft, focus: null };
  const items = draft.items.toSpliced(from, 1).toSpliced(to, 0, item);
  return { draft: { ...draft, items }, focus: `i${to + 1}` };
}

/** A new choice counts one more than the highest before it. */
function withOptions(item: DraftItem, what: string, option: number): DraftItem {
  if (what === 'remove-option') return { ...item, options: item.options.toSpliced(option, 1) };
  if (what !== 'add-option') return item;
  const values = item.options.map(({ value }) => Number(value)).filter(Number.isInteger);
  const value = String(Math.max(-1, ...values) + 1);
  return { ...item, options: [...item.options, { value, label: '' }] };
}
