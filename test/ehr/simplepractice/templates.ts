import type { Question, Template } from './api.ts';

function freeText(...questions: string[]): Question[] {
  return questions.map((text, index) => ({ id: index + 1, type: 'freeText', text }));
}

/** The template of a note that nobody has chosen a template for: one editor. */
export const DEFAULT_TEMPLATE = 'Simple Progress Note';

/** The note templates of the practice, in the order of the picker. */
export const TEMPLATES: readonly Template[] = [
  { name: DEFAULT_TEMPLATE, questions: freeText('Progress Note') },
  { name: 'SOAP Note', questions: freeText('Subjective', 'Objective', 'Assessment', 'Plan') },
  { name: 'DAP Note', questions: freeText('Data', 'Assessment', 'Plan') },
  { name: 'BIRP Note', questions: freeText('Behavior', 'Intervention', 'Response', 'Plan') },
  {
    name: 'data, subjective, plan',
    questions: [
      ...freeText('data', 'subjective'),
      { id: 3, type: 'shortAnswer', text: 'homework' },
      {
        id: 4,
        type: 'multiSelect',
        text: 'interventions used',
        choices: ['Psychoeducation', 'Exposure', 'Behavioral activation'],
      },
      { id: 5, type: 'freeText', text: 'plan' },
    ],
  },
  {
    name: 'Initial Clinical Evaluation',
    questions: Array.from({ length: 100 }, (_, index) => ({
      id: index + 1,
      type: 'freeText',
      text: `Evaluation question ${index + 1}`,
    })),
  },
];

/** A template by name; the default one for an unknown name. */
export function templateNamed(name: string): Template {
  const found = TEMPLATES.find((template) => template.name === name);
  return found ?? { name: DEFAULT_TEMPLATE, questions: freeText('Progress Note') };
}
