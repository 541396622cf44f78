/**
 * What an editor holds, as plain text: one line for every paragraph and every soft break, joined
 * by `\n`. It is read from the nodes and not through `innerText`, whose line count depends on the
 * page's styles, so the same document always reads the same.
 */

/** A line of an editor. */
export interface EditorLine {
  readonly text: string;
  /** Where the line's text ends in the document, as a caret position. */
  readonly end: { readonly node: Node; readonly offset: number };
}

/** Elements that stand in a line of text and do not begin a new one. */
const INLINE =
  'a,abbr,b,bdi,bdo,big,cite,code,data,del,dfn,em,font,i,img,ins,kbd,label,mark,q,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr';

/** What an editor draws for itself: not part of the text. */
const NOT_TEXT = '[contenteditable="false"], .ProseMirror-widget, .ProseMirror-separator';

/** Characters that editors put in to give a caret a place. */
const CARET_KEEPERS = /[\u200B\uFEFF]/g;
const NO_BREAK_SPACE = /\u00A0/g;

interface Reader {
  readonly lines: { text: string; end: EditorLine['end'] }[];
  /** True while text still joins the last line. */
  open: boolean;
}

/**
 * The text of a field: of a textarea its value, of an editor its lines. No-break spaces read as
 * spaces, because that is how editors keep several spaces in a row.
 */
export function textOf(field: HTMLElement): string {
  const text =
    field instanceof HTMLTextAreaElement
      ? field.value
      : linesOf(field)
          .map((line) => line.text)
          .join('\n');
  return text.replace(NO_BREAK_SPACE, ' ').replace(CARET_KEEPERS, '');
}

/** The lines of a contenteditable element; none when it is entirely empty. */
export function linesOf(editor: HTMLElement): readonly EditorLine[] {
  const reader: Reader = { lines: [], open: false };
  readChildren(editor, reader);
  return reader.lines;
}

function readChildren(parent: Node, reader: Reader): void {
  for (const [index, child] of [...parent.childNodes].entries()) {
    if (child instanceof Text) readText(child, reader);
    else if (!(child instanceof Element) || child.matches(NOT_TEXT)) continue;
    else if (child.localName === 'br') readBreak({ node: parent, offset: index }, reader);
    else if (child.matches(INLINE)) readChildren(child, reader);
    else readBlock(child, reader);
  }
}

function readBlock(block: Element, reader: Reader): void {
  reader.open = false;
  readChildren(block, reader);
  reader.open = false;
}

function readText(node: Text, reader: Reader): void {
  if (node.data === '') return;
  const last = reader.lines.at(-1);
  const end = { node, offset: node.data.length };
  if (reader.open && last !== undefined) {
    last.text += node.data;
    last.end = end;
  } else {
    reader.lines.push({ text: node.data, end });
    reader.open = true;
  }
}

/** A break ends its line. One that ends no line is an empty line of its own. */
function readBreak(place: EditorLine['end'], reader: Reader): void {
  if (!reader.open) reader.lines.push({ text: '', end: place });
  reader.open = false;
}
