import { editorKind, textHolder } from '../fields/editors.ts';
import { type Strategy, strategyFor } from './strategies.ts';

/** Writes text over what is selected in a field, the way its editor takes it. */
export function write(field: HTMLElement, text: string): void {
  strategyFor(editorKind(field))?.write(textHolder(field), text);
}

/** Deletes what is selected in a field. */
export function removeSelection(field: HTMLElement): void {
  strategyFor(editorKind(field))?.remove(textHolder(field));
}

const HISTORY_INPUT = { undo: 'historyUndo', redo: 'historyRedo' } as const;

/** How a field takes one step of its history. */
export function historyOf(field: HTMLElement): Strategy['history'] {
  return strategyFor(editorKind(field))?.history ?? 'none';
}

/**
 * One step of the field's own history; it is not ours alone, so its effect must be verified. An
 * editor with a history of its own takes the input event and prevents it, as ProseMirror does. The
 * browser's command is for fields that live by the browser's history: in ProseMirror it undoes
 * nothing, and its redo writes text that was there already a second time.
 */
export function historyStep(field: HTMLElement, direction: 'undo' | 'redo'): void {
  const history = historyOf(field);
  if (history === 'none') return;
  const inputType = HISTORY_INPUT[direction];
  const input = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true });
  const isTaken = !textHolder(field).dispatchEvent(input);
  if (!isTaken && history === 'browser') field.ownerDocument.execCommand(direction);
}
