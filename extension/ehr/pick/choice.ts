import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { PickRefusal } from '../../messages/page.ts';
import type { FoundField, PageLook } from '../contract.ts';
import { isMultiLine, textBoxes } from '../fields/editors.ts';
import { holds } from '../fields/open-roots.ts';

/** A field that a person means, and its place among those of its note, from 0. */
export interface Choice {
  readonly field: FoundField;
  readonly position: number;
}

/**
 * The text box that holds an element, and whether it may be meant. Only what the look found is a field
 * of the note: a click tells what a field is for, and makes nothing a field that is none.
 */
export function choiceOf(look: PageLook, box: HTMLElement | null): Result<Choice, PickRefusal> {
  if (box === null) return refuse('noNoteField');
  if (!isMultiLine(box)) return refuse('oneLine');
  const position = look.fields.findIndex(({ element }) => element === box);
  return judged(look, position);
}

/** The text box that an element belongs to; null when it belongs to none. */
export function boxAround(doc: Document, element: Element): HTMLElement | null {
  return textBoxes(doc).find((box) => holds(box, element)) ?? null;
}

/**
 * The field that was chosen in an earlier note of the same template: the only one with its label, or,
 * of several, the one at its place. A field of another label is never meant.
 */
export function choiceLike(
  look: PageLook,
  label: string,
  position: number,
): Result<Choice, PickRefusal> {
  const places = look.fields.flatMap((field, place) => (field.label === label ? [place] : []));
  const [only, ...others] = places;
  if (only !== undefined && others.length === 0 && label !== '') return judged(look, only);
  return judged(look, places.includes(position) ? position : -1);
}

function judged(look: PageLook, position: number): Result<Choice, PickRefusal> {
  const field = look.fields[position];
  if (field === undefined) return refuse('noNoteField');
  if (field.psychotherapy) return refuse('psychotherapyNote');
  return field.editor === 'unsupported' ? refuse('unsupportedEditor') : ok({ field, position });
}
