import type { EditorKind } from '#shared/contracts/reading.ts';

/**
 * How text gets into an editor where the caret is, and how what is selected gets out. All of it goes
 * through what the editor itself takes for input, so that its model and its history follow, and works
 * from an isolated world under any content security policy. No return value means anything; only
 * reading back tells.
 */
export interface Strategy {
  /** Puts text, `\n` between lines, in the place of what is selected. */
  write(holder: HTMLElement, text: string): void;
  /** Deletes what is selected. */
  remove(holder: HTMLElement): void;
  /** How the editor takes one step of a history; `none` where it can't be asked. */
  readonly history: 'browser' | 'input' | 'none';
}

/** As typing: the browser's own pipeline. */
const TYPING = { write: type, remove: deleteSelection } as const;

/**
 * Chosen by measurement, each with the editor as it comes (`test/editors`): the only way, or the
 * plainest of several, after which the editor's own model held exactly the text. What else was tried
 * and what it did to the text is in the README.
 */
const STRATEGIES: Readonly<Record<EditorKind, Strategy | null>> = {
  textarea: { ...TYPING, history: 'browser' },
  contenteditable: { write: typeAsShown, remove: deleteSelection, history: 'browser' },
  prosemirror: { ...TYPING, history: 'input' },
  quill: { ...TYPING, history: 'input' },
  tinymce: { write: typeAsShown, remove: deleteSelection, history: 'none' },
  ckeditor5: { write: pasteParagraphs, remove: cut, history: 'none' },
  lexical: { write: pastePlain, remove: deleteInput, history: 'input' },
  draft: { write: pastePlain, remove: cut, history: 'none' },
  slate: { write: replacementInput, remove: deleteInput, history: 'input' },
  unsupported: null,
};

/** The strategy for a kind of editor; null where none was found exact. */
export function strategyFor(kind: EditorKind): Strategy | null {
  return STRATEGIES[kind];
}

function type(holder: HTMLElement, text: string): void {
  holder.ownerDocument.execCommand('insertText', false, text);
}

/** Where the page's styles show several spaces as one, editors drop them when they save. */
function typeAsShown(holder: HTMLElement, text: string): void {
  const { whiteSpace } = holder.ownerDocument.defaultView?.getComputedStyle(holder) ?? {};
  type(holder, whiteSpace === 'normal' ? text.split('\n').map(keepSpaces).join('\n') : text);
}

function deleteSelection(holder: HTMLElement): void {
  holder.ownerDocument.execCommand('delete');
}

function pastePlain(holder: HTMLElement, text: string): void {
  paste(holder, carrying(text));
}

/** A paragraph for each line: plain text alone loses blank lines in CKEditor. */
function pasteParagraphs(holder: HTMLElement, text: string): void {
  const data = carrying(text);
  data.setData('text/html', text.split('\n').map(paragraph).join(''));
  paste(holder, data);
}

function paste(holder: HTMLElement, clipboardData: DataTransfer): void {
  const how = { clipboardData, bubbles: true, cancelable: true };
  holder.dispatchEvent(new ClipboardEvent('paste', how));
}

/** The editor takes the selection out and would give us its text; the clipboard is not touched. */
function cut(holder: HTMLElement): void {
  const how = { clipboardData: new DataTransfer(), bubbles: true, cancelable: true };
  holder.dispatchEvent(new ClipboardEvent('cut', how));
}

function replacementInput(holder: HTMLElement, text: string): void {
  sendInput(holder, { inputType: 'insertReplacementText', dataTransfer: carrying(text) });
}

function deleteInput(holder: HTMLElement): void {
  sendInput(holder, { inputType: 'deleteContentBackward' });
}

function sendInput(holder: HTMLElement, input: InputEventInit): void {
  const how = { ...input, bubbles: true, cancelable: true };
  holder.dispatchEvent(new InputEvent('beforeinput', how));
}

function carrying(text: string): DataTransfer {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  return data;
}

function paragraph(line: string): string {
  return `<p>${line === '' ? '<br>' : escaped(keepSpaces(line))}</p>`;
}

function escaped(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** HTML shows several spaces as one, and none at the ends of a line. */
function keepSpaces(line: string): string {
  return line.replaceAll(/^ | (?= )| $/g, '\u00A0');
}
