import type { NoteSection } from '#shared/contracts/reading.ts';
import type { FoundField } from '../contract.ts';
import { editorKind, isEditable, isMultiLine, textBoxes } from './editors.ts';
import { headingBefore, headingsIn } from './headings.ts';
import { labelOf } from './label.ts';
import { closestOpen } from './open-roots.ts';
import { psychotherapyTest } from './psychotherapy.ts';
import type { FieldRules } from './rules.ts';
import { assignSections, namesSectionExactly } from './sections.ts';
import { textOf } from './text-of.ts';

/** The note fields below an element: visible, editable, of several lines, no decoys. */
export function findFields(root: Document | Element, rules: FieldRules): FoundField[] {
  const boxes = textBoxes(root);
  if (boxes.length === 0) return [];
  const headings = headingsIn(root, rules.decoys);
  const isPsychotherapy = psychotherapyTest(root, headings, rules);
  const found = boxes
    .filter((box) => isMultiLine(box) && isEditable(box) && closestOpen(box, rules.decoys) === null)
    .map((element) => {
      const label = labelOf(element, { boxes, root: root instanceof Element ? root : null });
      const group = headingBefore(element, headings)?.text ?? '';
      const psychotherapy = isPsychotherapy(element, label);
      return { element, label, psychotherapy, decoy: isDecoy(label, group, rules) };
    })
    .filter(({ decoy }) => !decoy);
  const sections = sectionsOf(found, rules);
  return found.map(({ element, label, psychotherapy }, index) => ({
    element,
    label,
    psychotherapy,
    section: sections[index] ?? null,
    editor: editorKind(element),
    empty: textOf(element).trim() === '',
  }));
}

/** A box whose own label is a section's name is never a decoy of the group above it. */
function isDecoy(label: string, group: string, { decoyHeading, aliases }: FieldRules): boolean {
  if (decoyHeading.test(label)) return true;
  return decoyHeading.test(group) && !namesSectionExactly(label, aliases);
}

/** Psychotherapy fields mean no section: nothing may be aimed at them. */
function sectionsOf(
  fields: readonly { label: string; psychotherapy: boolean }[],
  { aliases, wholeNote }: FieldRules,
): (NoteSection | null)[] {
  const open = fields.filter(({ psychotherapy }) => !psychotherapy);
  const labels = open.map(({ label }) => label);
  const assigned = assignSections(labels, aliases);
  if (labels.length === 1 && assigned[0] === null && wholeNote.test(labels[0] ?? '')) {
    assigned[0] = 'whole';
  }
  return fields.map((field) => assigned[open.findIndex((one) => one === field)] ?? null);
}
