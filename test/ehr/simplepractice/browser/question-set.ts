import type { Answers, Appearance, EditorContent, Question } from '../api.ts';
import { component } from './dom.ts';
import type { Editor } from './editor.ts';
import { reportModel } from './model-report.ts';
import { questionField } from './questions.ts';

/** The fields of one note, by the name under which each is stored. */
export type QuestionSet = {
  readonly element: HTMLElement;
  /** Replaces all fields with new ones. */
  draw(questions: readonly NamedQuestion[], answers: Answers): void;
  /** What the rich-text editors hold. */
  answers(): Answers;
  /** Adds a paragraph to the first rich text. */
  readonly append: (text: string) => void;
  destroy(): void;
};

/** A question and the name of its answer. */
export type NamedQuestion = { readonly field: string; readonly question: Question };

/** The fields of a note. Every change of an editor's model is reported, then `onChange` is told. */
export function createQuestionSet(
  appointmentId: string,
  appearance: Appearance,
  onChange: () => void,
): QuestionSet {
  const element = component('div', { class: 'questions' });
  const editors = new Map<string, Editor>();

  const drawOne = ({ field, question }: NamedQuestion, initial: EditorContent | undefined) => {
    let changes = 0;
    const drawn = questionField(question, initial, appearance, (editor) => {
      changes += 1;
      void reportModel(appointmentId, field, changes, editor.content());
      onChange();
    });
    if (drawn.editor !== null) {
      editors.set(field, drawn.editor);
      void reportModel(appointmentId, field, changes, drawn.editor.content());
    }
    return drawn.element;
  };
  const destroy = () => {
    for (const editor of editors.values()) editor.destroy();
    editors.clear();
  };
  return {
    element,
    draw(questions, answers) {
      destroy();
      element.replaceChildren(...questions.map((one) => drawOne(one, answers[one.field])));
    },
    answers: () =>
      Object.fromEntries([...editors].map(([field, editor]) => [field, editor.content()])),
    append(text) {
      const [first] = editors.values();
      first?.append(text);
    },
    destroy,
  };
}
