import type { Note, NoteTemplate } from './state.ts';

/** A part of the note form. `richText` parts have an editor; the others are there as they come. */
export type FormElement =
  | { readonly type: 'richText'; readonly id: string; readonly label: string }
  | {
      readonly type:
        | 'diagnosis'
        | 'mentalStatus'
        | 'risk'
        | 'interventions'
        | 'treatmentPlan'
        | 'recommendation';
    };

function richText(id: string, label: string): FormElement {
  return { type: 'richText', id, label };
}

const OPENING: readonly FormElement[] = [
  { type: 'diagnosis' },
  { type: 'mentalStatus' },
  { type: 'risk' },
];

const TEMPLATES: Readonly<Record<NoteTemplate, readonly FormElement[]>> = {
  classic: [
    ...OPENING,
    richText('13014', 'Medications'),
    richText('13000', 'Symptom Description and Subjective Report'),
    richText('13001', 'Objective Content'),
    { type: 'interventions' },
    { type: 'treatmentPlan' },
    richText('13002', 'Additional Notes / Assessment'),
    richText('13003', 'Plan'),
    { type: 'recommendation' },
  ],
  soap: [
    ...OPENING,
    richText('13000', 'Subjective'),
    richText('13001', 'Objective'),
    { type: 'treatmentPlan' },
    richText('13002', 'Assessment'),
    richText('13003', 'Plan'),
    { type: 'recommendation' },
  ],
  dap: [
    ...OPENING,
    richText('13020', 'Data'),
    richText('13002', 'Assessment'),
    richText('13003', 'Plan'),
    { type: 'recommendation' },
  ],
  birp: [
    ...OPENING,
    richText('13030', 'Behavior'),
    richText('13031', 'Intervention'),
    richText('13032', 'Response'),
    richText('13003', 'Plan'),
    { type: 'recommendation' },
  ],
};

/** The parts of a note's form in the order of the page. */
export function formElements(note: Note): readonly FormElement[] {
  return note.kind === 'psychotherapy'
    ? [richText('12000', 'Note Content')]
    : TEMPLATES[note.template];
}

/** The title of a note. */
export function noteTitle(note: Note): string {
  return note.kind === 'psychotherapy' ? 'Psychotherapy Note' : 'Progress Note';
}
