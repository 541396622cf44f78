import type { EditorKind } from '#shared/contracts/reading.ts';
import { closestOpen, queryOpen } from './open-roots.ts';

/** Widgets that take several lines of text. */
const MULTI_LINE =
  'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]:not(input)';

/** One-line inputs can't hold an Update, but they own the label that stands before them. */
const ONE_LINE = 'input:not([type]), input[type="text"]';

/** Editors whose model ignores or garbles every way of writing that we have verified. */
const UNSUPPORTED =
  '.ck-editor__editable, [data-lexical-editor], [data-slate-editor], .public-DraftEditor-content, .DraftEditor-root, .ql-editor, .fr-element, .mce-content-body';

/** True when a person can see the element. Hidden twins that only carry a value are not visible. */
export function isVisible(element: HTMLElement): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    element.offsetWidth > 1 &&
    element.offsetHeight > 1
  );
}

/** True when a person could type into the element right now. */
export function isEditable(element: HTMLElement): boolean {
  if (!element.isConnected || closestOpen(element, '[inert]') !== null) return false;
  if (element instanceof HTMLTextAreaElement) return !element.disabled && !element.readOnly;
  return element.isContentEditable && element.getAttribute('aria-readonly') !== 'true';
}

/**
 * Every visible place for text below an element, in document order, one-line inputs included.
 * An editor inside another (a widget of it) is not listed.
 */
export function textBoxes(root: Document | Element): HTMLElement[] {
  const found = queryOpen(root, `${MULTI_LINE}, ${ONE_LINE}`).filter(isVisible);
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
  return element.matches(MULTI_LINE);
}

/** Which widget an element is, as far as it decides how text is put in. */
export function editorKind(element: HTMLElement): EditorKind {
  if (element instanceof HTMLTextAreaElement) return 'textarea';
  if (closestOpen(element, UNSUPPORTED) !== null) return 'unsupported';
  if (!element.isContentEditable) return 'unsupported';
  return element.matches('.ProseMirror') ? 'prosemirror' : 'contenteditable';
}
