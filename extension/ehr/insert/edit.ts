import { textHolder } from '../fields/editors.ts';
import { caretToEnd, linesAt, selectBehind, selectLines } from './caret.ts';
import { isPlainBetween } from './plain-lines.ts';
import { separatorAfter } from './plain-text.ts';
import { removeSelection, write } from './write.ts';

/** One change of a field's text, in UTF-16 units of the text as it is read. */
export interface Edit {
  /** The whole text before. */
  readonly former: string;
  /** Where the change is. */
  readonly at: number;
  /** What stands there and goes; empty when text is added at the end. */
  readonly gone: string;
  /** What comes in its place; empty when something is taken out. */
  readonly come: string;
}

/** The whole text after an edit. */
export function textAfter({ former, at, gone, come }: Edit): string {
  return former.slice(0, at) + come + former.slice(at + gone.length);
}

/** The edit that takes another back. */
export function reverseOf(edit: Edit): Edit {
  return { former: textAfter(edit), at: edit.at, gone: edit.come, come: edit.gone };
}

/** Text behind all that a field holds, after a blank line. */
export function addition(former: string, text: string): Edit {
  return { former, at: former.length, gone: '', come: separatorAfter(former) + text };
}

/**
 * Text in the place of an earlier block. Null unless the field holds the block exactly once, as
 * lines of its own and as plain as it was written: anything else is a person's work on it.
 */
export function replacement(
  field: HTMLElement,
  former: string,
  block: string,
  text: string,
): Edit | null {
  const at = former.indexOf(block);
  if (at === -1 || former.includes(block, at + 1)) return null;
  const end = at + block.length;
  const isOwnLines =
    (at === 0 || former[at - 1] === '\n') && (end === former.length || former[end] === '\n');
  return isOwnLines && isPlain(field, block, at) ? { former, at, gone: block, come: text } : null;
}

/** Selects what an edit is about, or sets the caret. False when that place can't be told exactly. */
export function selectEdit(field: HTMLElement, { former, at, gone, come }: Edit): boolean {
  if (gone === '') return caretToEnd(field);
  // What was added behind a text goes with the line break before it.
  const kept = former.slice(0, at);
  return (come === '' && selectBehind(field, kept, gone)) || selectLines(field, gone, at);
}

/** Carries an edit out where {@link selectEdit} has set the selection. */
export function applyEdit(field: HTMLElement, { come }: Edit): void {
  if (come === '') removeSelection(field);
  else write(field, come);
}

function isPlain(field: HTMLElement, block: string, at: number): boolean {
  if (field instanceof HTMLTextAreaElement) return true;
  const lines = linesAt(field, block, at);
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return false;
  return isPlainBetween(textHolder(field), first.start, last.end);
}
