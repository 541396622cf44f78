import type { Appearance, EditorContent, Question } from '../api.ts';
import { component, el } from './dom.ts';
import { createEditor, type Editor } from './editor.ts';

/** A question with its field on the page. */
export type QuestionField = {
  readonly element: HTMLElement;
  /** The rich-text editor; null for the plain kinds of field. */
  readonly editor: Editor | null;
};

/** Draws a question and its field. The field's own label says only the number of the question. */
export function questionField(
  question: Question,
  initial: EditorContent | undefined,
  appearance: Appearance,
  onChange: (editor: Editor) => void,
): QuestionField {
  const text = questionText(question.text, appearance);
  if (question.type === 'freeText') {
    const editor: Editor = createEditor(`free-text-${question.id}`, initial, () => {
      onChange(editor);
    });
    return { element: component('div', { class: 'question' }, text, editor.element), editor };
  }
  const plain = question.type === 'shortAnswer' ? shortAnswer(question) : multiSelect(question);
  return { element: component('div', { class: 'question' }, text, plain), editor: null };
}

function questionText(text: string, { questionText: variant }: Appearance): HTMLElement {
  return variant === 'heading' ? el('h3', {}, text) : el(variant, { class: 'spds-label' }, text);
}

function shortAnswer({ id }: Question): HTMLElement {
  const name = `short-answer-${id}`;
  return el('input', { type: 'text', id: name, 'aria-label': name });
}

function multiSelect({ id, choices = [] }: Question): HTMLElement {
  return el(
    'div',
    { role: 'group' },
    ...choices.map((choice, index) =>
      el(
        'label',
        { class: 'boolean' },
        el('input', { type: 'checkbox', name: `multi-select-${id}-${index + 1}` }),
        ` ${choice}`,
      ),
    ),
  );
}
