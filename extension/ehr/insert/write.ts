import { editorKind } from '../fields/editors.ts';

/**
 * Types text where the caret is, through the editing pipeline of the browser: editors see it as
 * typing, keep their model and their history, and no paste rule rewrites it. It is the one way
 * that was found exact in ProseMirror, TipTap, textareas (React's too) and plain contenteditable,
 * it works from an isolated world, and no content security policy touches it. Its return value
 * means nothing; only reading back tells.
 */
export function typeText(doc: Document, text: string): void {
  doc.execCommand('insertText', false, text);
}

/** Deletes what is selected, through the same pipeline. */
export function deleteSelection(doc: Document): void {
  doc.execCommand('delete');
}

const HISTORY_INPUT = { undo: 'historyUndo', redo: 'historyRedo' } as const;

/**
 * One step of the field's own history; it is not ours alone, so its effect must be verified. An
 * editor with a history of its own takes the input event and prevents it, as ProseMirror does. The
 * browser's command is for fields that live by the browser's history: in ProseMirror it undoes
 * nothing, and its redo writes text that was there already a second time.
 */
export function historyStep(field: HTMLElement, direction: 'undo' | 'redo'): void {
  const inputType = HISTORY_INPUT[direction];
  const input = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true });
  const isTaken = !field.dispatchEvent(input);
  if (isTaken || editorKind(field) === 'prosemirror') return;
  field.ownerDocument.execCommand(direction);
}
