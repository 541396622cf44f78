import { ATOM } from '../fields/atoms.ts';
import { textHolder } from '../fields/editors.ts';
import { type CaretPlace, type EditorLine, linesOf } from '../fields/text-of.ts';

/** Gives the keyboard to a field; an editor in a frame of its own gets it inside. */
export function focusField(field: HTMLElement): void {
  field.focus();
  const holder = textHolder(field);
  if (holder !== field) holder.focus();
}

/** Takes the keyboard away from a field. */
export function leaveField(field: HTMLElement): void {
  textHolder(field).blur();
  field.blur();
}

/**
 * Puts the caret behind all that a field holds and gives the field the focus. False where that ends
 * with something that is no text: editors do not agree on what a caret behind a picture is.
 */
export function caretToEnd(field: HTMLElement): boolean {
  focusField(field);
  if (field instanceof HTMLTextAreaElement) {
    field.setSelectionRange(field.value.length, field.value.length);
    return true;
  }
  // Behind the last character and not behind the last block: an editor that finds the caret
  // outside its paragraphs makes a new one.
  const holder = textHolder(field);
  const last = linesOf(holder).at(-1);
  if (last?.text.endsWith(ATOM) === true) return false;
  const end = last?.end ?? innermostEnd(holder);
  select(end, end);
  return true;
}

/**
 * Selects what stands behind the first text of a field, line break and all. False when either text
 * does not end with a line, so that selecting would tear one apart.
 */
export function selectBehind(field: HTMLElement, keep: string, gone: string): boolean {
  focusField(field);
  if (field instanceof HTMLTextAreaElement) {
    field.setSelectionRange(keep.length, keep.length + gone.length);
    return true;
  }
  const holder = textHolder(field);
  const lines = linesOf(holder);
  const last = lineEnding(lines, keep + gone);
  if (last === undefined) return false;
  if (keep === '') return selectWhole(holder, last);
  const kept = lineEnding(lines, keep);
  if (kept === undefined) return false;
  select(kept.end, last.end);
  return true;
}

/**
 * Selects the lines that a text fills from an offset on, in UTF-16 units of the field's text. False
 * when it is not there, or does not begin and end with a line.
 */
export function selectLines(field: HTMLElement, text: string, at: number): boolean {
  focusField(field);
  if (field instanceof HTMLTextAreaElement) {
    field.setSelectionRange(at, at + text.length);
    return true;
  }
  const block = linesAt(field, text, at);
  const [first] = block;
  const last = block.at(-1);
  if (first === undefined || last === undefined) return false;
  select(first.start, last.end);
  return true;
}

/** The lines that a text fills from an offset on; none when it is not there line by line. */
export function linesAt(field: HTMLElement, text: string, at: number): readonly EditorLine[] {
  const lines = linesOf(textHolder(field));
  let offset = 0;
  const begin = lines.findIndex((line) => {
    if (offset === at) return true;
    offset += line.text.length + 1;
    return false;
  });
  const block = begin === -1 ? [] : lines.slice(begin, begin + text.split('\n').length);
  return block.map((line) => line.text).join('\n') === text ? block : [];
}

function selectWhole(holder: HTMLElement, last: EditorLine): boolean {
  const range = holder.ownerDocument.createRange();
  range.selectNodeContents(holder);
  range.setEnd(last.end.node, last.end.offset);
  select({ node: range.startContainer, offset: range.startOffset }, last.end);
  return true;
}

/** The line with which a field's first text ends; none when it ends within one. */
function lineEnding(lines: readonly EditorLine[], text: string): EditorLine | undefined {
  const first = lines.slice(0, text.split('\n').length);
  return first.map((line) => line.text).join('\n') === text ? first.at(-1) : undefined;
}

/** The end of an editor without any line: inside its last empty block. */
function innermostEnd(holder: HTMLElement): CaretPlace {
  let node: Element = holder;
  while (node.lastElementChild !== null && node.lastElementChild.localName !== 'br') {
    node = node.lastElementChild;
  }
  return { node, offset: 0 };
}

function select(start: CaretPlace, end: CaretPlace): void {
  const selection = start.node.ownerDocument?.getSelection();
  selection?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}
