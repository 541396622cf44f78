import type { FormFaultAt } from '#shared/forms/check-form.ts';
import type { Problems } from '../field.ts';
import { formFaultInWords } from './fault-words.ts';

/** Where what is wrong with the form as a whole is said. */
export const WHOLE = 'questions';

/** The first reason for each field; fields are named as the page names them, `i2.o1.label`. */
export function problemsIn(faults: readonly FormFaultAt[]): Problems {
  const problems = new Map<string, string>();
  for (const fault of faults) {
    const field = fieldOf(fault);
    if (!problems.has(field)) problems.set(field, formFaultInWords(fault));
  }
  return problems;
}

const ITEM_FIELDS = new Set([
  'name',
  'text',
  'min',
  'max',
  'minLabel',
  'maxLabel',
  'maxLength',
  'options',
]);

function fieldOf({ item, field }: FormFaultAt): string {
  if (item === null) return field === 'title' ? 'title' : WHOLE;
  const [name = '', index, part] = field.split('.');
  if (name === 'options' && index !== undefined && part !== undefined) {
    return `i${item}.o${Number(index) + 1}.${part}`;
  }
  return ITEM_FIELDS.has(name) ? `i${item}.${name}` : `i${item}`;
}
