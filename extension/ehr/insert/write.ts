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

/** One step of the editor's own history; it is not ours alone, so its effect must be verified. */
export function historyStep(doc: Document, direction: 'undo' | 'redo'): void {
  doc.execCommand(direction);
}
