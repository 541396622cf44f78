import type { Appearance } from '../api.ts';
import { button, component, el } from './dom.ts';

const SECTIONS = ['Subjective', 'Objective', 'Assessment', 'Plan'];

/**
 * The AI panel: it repeats the note's headings and has an editable area, so a tool that goes by
 * words alone takes it for the note.
 */
export function noteTaker(appearance: Appearance): HTMLElement | null {
  if (appearance.noteTaker === 'none') return null;
  const content = component(
    'div',
    { class: 'ai-note-content' },
    ...SECTIONS.flatMap((section) => [
      el('h3', { class: 'section-title' }, section),
      el(
        'div',
        { class: 'copy-area' },
        el('p', {}, `Draft for ${section.toLowerCase()} will appear after the session.`),
        button('Copy', {}, () => undefined),
      ),
    ]),
    el('h3', { class: 'section-title' }, 'Progress Note'),
    el('div', {
      class: 'ai-draft',
      contenteditable: 'true',
      role: 'textbox',
      'aria-label': 'Draft',
    }),
  );
  content.hidden = appearance.noteTaker === 'closed';
  const toggle = button('Note Taker', { class: 'note-taker' }, () => {
    content.hidden = !content.hidden;
    toggle.setAttribute('aria-expanded', String(!content.hidden));
  });
  toggle.setAttribute('aria-expanded', String(!content.hidden));
  return component(
    'section',
    { class: 'ai-note-panel', 'aria-label': 'Note Taker' },
    toggle,
    content,
  );
}
