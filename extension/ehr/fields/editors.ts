import type { EditorKind } from '#shared/contracts/reading.ts';
import { closestOpen, queryOpen } from './open-roots.ts';

/** Widgets that take several lines of text. */
const MULTI_LINE =
  'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]:not(input)';

/** One-line inputs can't hold an Update, but they own the label that stands before them. */
const ONE_LINE = 'input:not([type]), input[type="text"]';

/** Editors that bring a document of their own stand in the page as a frame. */
const FRAME = 'iframe';

/** How each editor marks the element that holds its text; tried in this order. */
const MARKS: readonly (readonly [EditorKind, string])[] = [
  ['prosemirror', '.ProseMirror'],
  ['quill', '.ql-editor'],
  ['ckeditor5', '.ck-editor__editable'],
  ['lexical', '[data-lexical-editor]'],
  ['slate', '[data-slate-editor]'],
  ['draft', '.public-DraftEditor-content'],
];

/**
 * Editors with a model of their own for which no exact way of writing was found (Froala), or none
 * was looked for. A plain editable element inside any editor is as unknown.
 */
const UNSUPPORTED = [
  '.fr-element, .mce-content-body, .cke_editable, trix-editor, .cm-content, .monaco-editor, .DraftEditor-root',
  ...MARKS.map(([, mark]) => mark),
].join(', ');

/** How editors that stay editable for the browser say that nobody may type; the last is TinyMCE's. */
const READ_ONLY = '[aria-readonly="true"], .mce-content-readonly';

/** True when a person can see the element. Hidden twins that only carry a value are not visible. */
export function isVisible(element: HTMLElement): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    element.offsetWidth > 1 &&
    element.offsetHeight > 1
  );
}

/**
 * The element that holds a field's text: the field itself or, where an editor has a document of its
 * own, the body in the field's frame. Everything that is said about a field (label, place, identity)
 * is said of the element in the page; only reading and writing go inside.
 */
export function textHolder(field: HTMLElement): HTMLElement {
  return framedBody(field) ?? field;
}

/** True when a person could type into the element right now. */
export function isEditable(element: HTMLElement): boolean {
  if (!element.isConnected || closestOpen(element, '[inert]') !== null) return false;
  if (element instanceof HTMLTextAreaElement) return !element.disabled && !element.readOnly;
  const holder = textHolder(element);
  return holder.isContentEditable && !holder.matches(READ_ONLY);
}

/**
 * Every visible place for text below an element, in document order, one-line inputs included.
 * An editor inside another (a widget of it) is not listed.
 */
export function textBoxes(root: Document | Element): HTMLElement[] {
  const found = queryOpen(root, `${MULTI_LINE}, ${ONE_LINE}, ${FRAME}`).filter(
    (element) => (!element.matches(FRAME) || framedBody(element) !== null) && isVisible(element),
  );
  const all = new Set<Element>(found);
  return found.filter((element) => {
    for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
      if (all.has(outer)) return false;
    }
    return true;
  });
}

/** True for a box that takes several lines. */
export function isMultiLine(element: HTMLElement): boolean {
  return element.matches(`${MULTI_LINE}, ${FRAME}`);
}

/** Which widget an element is, as far as it decides how text is put in. */
export function editorKind(element: HTMLElement): EditorKind {
  if (element instanceof HTMLTextAreaElement) return 'textarea';
  const framed = framedBody(element);
  if (framed !== null)
    return framed.matches('#tinymce.mce-content-body') ? 'tinymce' : 'unsupported';
  if (!element.isContentEditable) return 'unsupported';
  const marked = MARKS.find(([, mark]) => element.matches(mark));
  if (marked !== undefined) return marked[0];
  return closestOpen(element, UNSUPPORTED) === null ? 'contenteditable' : 'unsupported';
}

/** The body of a frame's document if it may be read by this page and is one large editor. */
function framedBody(element: HTMLElement): HTMLElement | null {
  if (!(element instanceof HTMLIFrameElement)) return null;
  const body = element.contentDocument?.body ?? null;
  return body?.isContentEditable === true || body?.matches('.mce-content-body') === true
    ? body
    : null;
}
