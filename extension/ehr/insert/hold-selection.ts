import { textHolder } from '../fields/editors.ts';
import { nextTask } from './stable-read.ts';

/** How often a selection is set anew before whatever the editor makes of it has to do. */
const MOST_TRIES = 5;

/**
 * Sets a selection until it stays for a task, so that the editor has heard of it. An editor that has
 * just been given the keyboard may draw its own selection once more: CKEditor 5 does so up to 50 ms
 * later, and what is cut then is what it had selected, which is nothing.
 *
 * @param select sets it; false when it can't
 * @returns what `select` said last; the caller sets the selection once more in the turn of the write
 */
export async function holdSelection(
  select: () => boolean,
  field: HTMLElement,
  view: Window,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (!select()) return false;
    const wanted = selectionIn(field);
    await nextTask(view);
    const now = selectionIn(field);
    if (wanted.every((part, place) => part === now[place])) return true;
  }
  return true;
}

function selectionIn(field: HTMLElement): readonly unknown[] {
  const selection = textHolder(field).ownerDocument.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  return [anchorNode, anchorOffset, focusNode, focusOffset];
}
