import { ATOM, DRAWN, isAtom, isInLine } from './atoms.ts';
import { textHolder } from './editors.ts';

/**
 * What an editor holds, as plain text: one line for every paragraph and every soft break, joined
 * by `\n`, and one character for whatever is no text. It is read from the nodes and not through `innerText`, whose line count depends on the
 * page's styles, so the same document always reads the same.
 */

/** A place for a caret in a document. */
export interface CaretPlace {
  readonly node: Node;
  readonly offset: number;
}

/** A line of an editor. */
export interface EditorLine {
  readonly text: string;
  /** Where the line's text begins and ends in the document. */
  readonly start: CaretPlace;
  readonly end: CaretPlace;
}

/** Characters that editors put in to give a caret a place. */
const CARET_KEEPERS = /[\u200B\u2060\uFEFF]/g;
const NO_BREAK_SPACE = /\u00A0/g;

interface Reader {
  readonly lines: { text: string; start: CaretPlace; end: CaretPlace }[];
  /** True while text still joins the last line. */
  open: boolean;
}

/**
 * The text of a field: of a textarea its value, of an editor its lines. No-break spaces read as
 * spaces, because that is how editors keep several spaces in a row.
 */
export function textOf(field: HTMLElement): string {
  if (field instanceof HTMLTextAreaElement) return field.value.replace(NO_BREAK_SPACE, ' ');
  return linesOf(textHolder(field))
    .map((line) => line.text)
    .join('\n');
}

/** The lines of a contenteditable element, as {@link textOf} reads them; none when it is empty. */
export function linesOf(editor: HTMLElement): readonly EditorLine[] {
  const reader: Reader = { lines: [], open: false };
  readChildren(editor, reader);
  return reader.lines.map(({ text, ...places }) => ({
    text: text.replace(NO_BREAK_SPACE, ' ').replace(CARET_KEEPERS, ''),
    ...places,
  }));
}

// An editor may stand in a document of its own, whose nodes are of other classes: what a node is
// is told by its type.
function readChildren(parent: Node, reader: Reader): void {
  for (const [index, child] of [...parent.childNodes].entries()) {
    if (isText(child)) readText(child, reader);
    else if (!isElement(child) || child.matches(DRAWN)) continue;
    else if (child.localName === 'br') readBreak({ node: parent, offset: index }, reader);
    else if (isAtom(child)) readAtom(isInLine(child), { node: parent, offset: index }, reader);
    else if (isInLine(child)) readChildren(child, reader);
    else readBlock(child, reader);
    // Its cells are read; a caret behind its last words would still stand in it.
    if (isElement(child) && child.localName === 'table')
      readAtom(false, { node: parent, offset: index }, reader);
  }
}

function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function readBlock(block: Element, reader: Reader): void {
  reader.open = false;
  readChildren(block, reader);
  reader.open = false;
}

/** Editors that show text as it is keep soft breaks in it: each ends a line. */
function readText(node: Text, reader: Reader): void {
  if (node.data === '') return;
  let offset = 0;
  for (const [index, words] of node.data.split('\n').entries()) {
    const start = { node, offset };
    const end = { node, offset: offset + words.length };
    offset = end.offset + 1;
    if (index > 0) reader.open = false;
    readWords(words, start, end, reader);
  }
}

function readWords(words: string, start: CaretPlace, end: CaretPlace, reader: Reader): void {
  const last = reader.lines.at(-1);
  if (reader.open && last !== undefined) {
    last.text += words;
    last.end = end;
  } else {
    reader.lines.push({ text: words, start, end });
  }
  reader.open = true;
}

function readAtom(inLine: boolean, start: CaretPlace, reader: Reader): void {
  reader.open &&= inLine;
  readWords(ATOM, start, { ...start, offset: start.offset + 1 }, reader);
  reader.open = inLine;
}

/** A break ends its line. One that ends no line is an empty line of its own. */
function readBreak(place: CaretPlace, reader: Reader): void {
  if (!reader.open) reader.lines.push({ text: '', start: place, end: place });
  reader.open = false;
}
