import type {
  Answers,
  Appearance,
  AppointmentView,
  EditorContent,
  NoteChange,
  Template,
} from '../api.ts';
import { send } from './data.ts';
import { button, component, el } from './dom.ts';
import type { Editor } from './editor.ts';
import { reportModel } from './model-report.ts';
import { loadLastNote, snippets, templatePicker } from './note-tools.ts';
import { type QuestionField, questionField } from './questions.ts';

const PSYCHOTHERAPY = 'psychotherapy';
const AUTOSAVE_PAUSE_MS = 150;

/** The editable note of an appointment. */
export type NoteForm = {
  /** The progress note's section. */
  readonly progress: HTMLElement;
  /** The psychotherapy note's section, a separate record. */
  readonly psychotherapy: HTMLElement;
  destroy(): void;
};

/** Draws the progress note and the psychotherapy note of an appointment and keeps them saved. */
export function noteForm(
  view: AppointmentView,
  templates: readonly Template[],
  appearance: Appearance,
  onLocked: () => void,
): NoteForm {
  const changes = new Map<Editor, number>();
  const fields = component('div', { class: 'questions' });
  const status = el('span', { class: 'status', role: 'status' });
  const save = button('Save', { class: 'primary', disabled: true }, () => void store());
  let template = templates.find((one) => one.name === view.template) ?? templates[0];
  let drawn: readonly (readonly [id: string, field: QuestionField])[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;

  const report = (id: string, editor: Editor) => {
    const count = changes.get(editor) ?? 0;
    void reportModel(view.id, id, count, editor.content());
  };
  const markDirty = () => {
    save.disabled = false;
    status.textContent = 'Unsaved changes';
    if (appearance.saving !== 'autosave') return;
    clearTimeout(pause);
    pause = setTimeout(() => void store(), AUTOSAVE_PAUSE_MS);
  };
  const changed = (id: string) => (editor: Editor) => {
    changes.set(editor, (changes.get(editor) ?? 0) + 1);
    report(id, editor);
    markDirty();
  };

  const drawQuestions = (answers: Answers) => {
    for (const [, field] of drawn) field.editor?.destroy();
    drawn = (template?.questions ?? []).map((question) => {
      const id = String(question.id);
      return [id, questionField(question, answers[id], appearance, changed(id))] as const;
    });
    fields.replaceChildren(...drawn.map(([, field]) => field.element));
    for (const [id, field] of drawn) if (field.editor !== null) report(id, field.editor);
  };

  const psychotherapyField = questionField(
    {
      id: 1,
      type: 'freeText',
      text: appearance.psychotherapyQuestion === 'named' ? 'Psychotherapy note' : 'Note',
    },
    view.psychotherapy ?? undefined,
    appearance,
    changed(PSYCHOTHERAPY),
  );

  async function store(): Promise<void> {
    clearTimeout(pause);
    const stored = await send('PATCH', `notes/${view.id}`, noteChange());
    save.disabled = stored;
    status.textContent = stored ? 'Saved' : 'This note is locked';
  }
  async function lock(): Promise<void> {
    await store();
    if (await send('POST', `notes/${view.id}/lock`, {})) onLocked();
  }
  function noteChange(): NoteChange {
    const answers: Record<string, EditorContent> = {};
    for (const [id, field] of drawn) {
      if (field.editor !== null) answers[id] = field.editor.content();
    }
    return {
      template: template?.name ?? view.template,
      answers,
      psychotherapy: psychotherapyField.editor?.content() ?? null,
    };
  }
  const choose = (chosen: Template) => {
    template = chosen;
    drawQuestions({});
    markDirty();
  };
  const appendToFirst = (text: string) => drawn[0]?.[1].editor?.append(text);

  drawQuestions(view.answers);
  if (psychotherapyField.editor !== null) report(PSYCHOTHERAPY, psychotherapyField.editor);
  const classic = appearance.layout === 'classic';
  return {
    progress: component(
      'section',
      { class: classic ? 'progress-individual-note-container' : 'card appointment-note-panel' },
      el('h2', {}, 'Progress note'),
      el(
        'div',
        { class: 'note-tools' },
        templatePicker(templates, view.template, choose),
        snippets(appendToFirst),
        loadLastNote(view.lastNote, appendToFirst),
      ),
      fields,
      el(
        'div',
        { class: 'note-actions' },
        save,
        button('Sign and lock', {}, () => void lock()),
        status,
      ),
    ),
    psychotherapy: component(
      'section',
      { class: classic ? 'psychotherapy-note-container' : 'card appointment-note-panel' },
      el('h2', {}, 'Psychotherapy note'),
      psychotherapyField.element,
    ),
    destroy() {
      clearTimeout(pause);
      for (const [, field] of drawn) field.editor?.destroy();
      psychotherapyField.editor?.destroy();
    },
  };
}
