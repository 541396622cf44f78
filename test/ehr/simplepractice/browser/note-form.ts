import type { Appearance, AppointmentView, Template } from '../api.ts';
import { component, el } from './dom.ts';
import { loadLastNote, snippets, templatePicker } from './note-tools.ts';
import { createQuestionSet, type NamedQuestion } from './question-set.ts';
import { createSaving } from './saving.ts';

/** Under which name the psychotherapy note's content is reported. */
const PSYCHOTHERAPY = 'psychotherapy';

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
  let template = templates.find((one) => one.name === view.template) ?? templates[0];
  const change = () => ({
    template: template?.name ?? view.template,
    answers: progress.answers(),
    psychotherapy: psychotherapy.answers()[PSYCHOTHERAPY] ?? null,
  });
  const saving = createSaving(view.id, appearance, change, onLocked);
  const progress = createQuestionSet(view.id, appearance, saving.markDirty);
  const psychotherapy = createQuestionSet(view.id, appearance, saving.markDirty);
  const choose = (chosen: Template) => {
    template = chosen;
    progress.draw(namedQuestions(chosen), {});
    saving.markDirty();
  };
  const tools = el(
    'div',
    { class: 'note-tools' },
    templatePicker(templates, view.template, choose),
    snippets(progress.append),
    loadLastNote(view.lastNote, progress.append),
  );

  progress.draw(namedQuestions(template), view.answers);
  psychotherapy.draw(
    [psychotherapyQuestion(appearance)],
    view.psychotherapy === null ? {} : { [PSYCHOTHERAPY]: view.psychotherapy },
  );
  return {
    progress: section('Progress note', 'progress-individual-note-container', appearance, [
      tools,
      progress.element,
      saving.element,
    ]),
    psychotherapy: section('Psychotherapy note', 'psychotherapy-note-container', appearance, [
      psychotherapy.element,
    ]),
    destroy() {
      saving.stop();
      progress.destroy();
      psychotherapy.destroy();
    },
  };
}

function namedQuestions(template: Template | undefined): NamedQuestion[] {
  return (template?.questions ?? []).map((question) => ({ field: String(question.id), question }));
}

/** The psychotherapy note has one question, numbered like the first one of any template. */
function psychotherapyQuestion({ psychotherapyQuestion: variant }: Appearance): NamedQuestion {
  const text = variant === 'named' ? 'Psychotherapy note' : 'Note';
  return { field: PSYCHOTHERAPY, question: { id: 1, type: 'freeText', text } };
}

/** A note's section; the updated layout has one class for both kinds of note. */
function section(
  title: string,
  classicClass: string,
  { layout }: Appearance,
  content: readonly HTMLElement[],
): HTMLElement {
  const classes = layout === 'classic' ? classicClass : 'card appointment-note-panel';
  return component('section', { class: classes }, el('h2', {}, title), ...content);
}
