import { type EditorLine, linesOf } from '../fields/text-of.ts';

/** Puts the caret behind all text of a field and gives the field the focus. */
export function caretToEnd(field: HTMLElement): void {
  field.focus();
  if (field instanceof HTMLTextAreaElement) {
    field.setSelectionRange(field.value.length, field.value.length);
    return;
  }
  // Behind the last character and not behind the last block: an editor that finds the caret
  // outside its paragraphs makes a new one.
  const end = linesOf(field).at(-1)?.end ?? innermostEnd(field);
  select(end, end);
}

/**
 * Selects everything behind the first `keep` characters of a field's text. False when that place
 * is not the end of a line, so that selecting would tear a line apart.
 */
export function selectAfter(field: HTMLElement, keep: string): boolean {
  field.focus();
  if (field instanceof HTMLTextAreaElement) {
    field.setSelectionRange(keep.length, field.value.length);
    return true;
  }
  const lines = linesOf(field);
  const last = lines.at(-1);
  if (last === undefined) return false;
  if (keep === '') return selectWhole(field, lines);
  const kept = lines[keep.split('\n').length - 1];
  if (kept === undefined || textBefore(lines, kept) !== keep) return false;
  select(kept.end, last.end);
  return true;
}

function selectWhole(field: HTMLElement, lines: readonly EditorLine[]): boolean {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return false;
  const range = field.ownerDocument.createRange();
  range.selectNodeContents(field);
  range.setEnd(last.end.node, last.end.offset);
  select({ node: range.startContainer, offset: range.startOffset }, last.end);
  return true;
}

function textBefore(lines: readonly EditorLine[], until: EditorLine): string {
  return lines
    .slice(0, lines.indexOf(until) + 1)
    .map(({ text }) => text)
    .join('\n')
    .replaceAll('\u00A0', ' ');
}

/** The end of an editor without any line: inside its last empty block. */
function innermostEnd(field: HTMLElement): EditorLine['end'] {
  let node: Element = field;
  while (node.lastElementChild !== null && node.lastElementChild.localName !== 'br') {
    node = node.lastElementChild;
  }
  return { node, offset: 0 };
}

function select(start: EditorLine['end'], end: EditorLine['end']): void {
  const selection = start.node.ownerDocument?.getSelection();
  selection?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}
