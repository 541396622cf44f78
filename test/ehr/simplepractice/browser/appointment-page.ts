import type { Appearance, AppointmentView, ClientView, Template } from '../api.ts';
import { read, send } from './data.ts';
import { button, component, el } from './dom.ts';
import { renderedMarkdown } from './markdown.ts';
import { noteForm } from './note-form.ts';
import { noteTaker } from './note-taker.ts';
import type { Page } from './page.ts';

/** The appointment page: where progress and psychotherapy notes are written, or read once locked. */
export async function appointmentPage(
  id: string,
  appearance: Appearance,
  reload: () => void,
): Promise<Page | null> {
  const [view, templates] = await Promise.all([
    read<AppointmentView>(`appointments/${id}`),
    read<readonly Template[]>('templates'),
  ]);
  if (view === null || templates === null) return null;
  if (view.locked) return { element: lockedNote(view, templates, appearance, reload) };
  const form = noteForm(view, templates, appearance, reload);
  const aside = component('div', { class: 'side' }, history(view));
  const panel = noteTaker(appearance);
  if (panel !== null) aside.prepend(panel);
  const updated = appearance.layout === 'updated';
  const main = updated
    ? component('div', {}, form.progress)
    : component('div', { class: 'side' }, form.progress, form.psychotherapy);
  if (updated) aside.append(form.psychotherapy);
  return {
    element: component('div', { class: pageClass(appearance) }, main, aside),
    destroy: () => form.destroy(),
  };
}

/** A locked note is read-only text: there is no editor on the page at all. */
function lockedNote(
  view: AppointmentView,
  templates: readonly Template[],
  appearance: Appearance,
  reload: () => void,
): HTMLElement {
  const unlock = async () => {
    if (await send('POST', `notes/${view.id}/unlock`, {})) reload();
  };
  const template = templates.find((one) => one.name === view.template);
  const note = component(
    'section',
    { class: 'card locked-note' },
    el('h2', {}, view.template),
    ...(template?.questions ?? []).flatMap((question) => [
      el('h3', {}, question.text),
      renderedMarkdown(view.answers[String(question.id)]?.text ?? ''),
    ]),
  );
  if (view.mayUnlock) note.append(button('Unlock', {}, () => void unlock()));
  return component('div', { class: pageClass(appearance) }, note, history(view));
}

function pageClass({ layout }: Appearance): string {
  return layout === 'updated' ? 'appointment-page updated' : 'appointment-page';
}

function history({ history: lines }: AppointmentView): HTMLElement {
  return component(
    'section',
    { class: 'card documentation-history' },
    el('h2', {}, 'Documentation history'),
    ...(lines.length === 0 ? ['No note yet'] : lines).map((line) =>
      el('p', { class: 'muted' }, line),
    ),
  );
}

/** A client's overview: what has been written so far. */
export async function overviewPage(hash: string): Promise<Page | null> {
  const view = await read<ClientView>(`clients/${hash}`);
  if (view === null) return null;
  const { legalName, timeline } = view;
  const entries = timeline.map((entry) =>
    el(
      'li',
      { class: 'card' },
      el('h2', {}, el('a', { href: `/appointments/${entry.appointmentId}` }, entry.template)),
      el('p', { class: 'muted' }, entry.locked ? `${entry.date} - Locked` : entry.date),
      ...entry.parts.flatMap((part) => [el('h3', {}, part.question), renderedMarkdown(part.text)]),
    ),
  );
  return {
    element: component(
      'div',
      {},
      ...(legalName === null ? [] : [el('p', { class: 'item' }, `Legal name: ${legalName}`)]),
      el('ul', { class: 'timeline' }, ...entries),
    ),
  };
}
