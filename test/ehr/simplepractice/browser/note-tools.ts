import type { Template } from '../api.ts';
import { button, component, el } from './dom.ts';

const SNIPPETS = ['Confidentiality and its limits were reviewed.', 'Homework was agreed.'];

/** The template picker: a trigger that shows the current template, and a list under it. */
export function templatePicker(
  templates: readonly Template[],
  current: string,
  onChoose: (template: Template) => void,
): HTMLElement {
  const names = templates.map((template) => template.name);
  return dropdown('questionnaires-dropdown', current, names, (name, trigger) => {
    const chosen = templates.find((template) => template.name === name);
    if (chosen === undefined) return;
    trigger.textContent = name;
    onChoose(chosen);
  });
}

/** The snippet list: puts a sentence into the note. */
export function snippets(onChoose: (text: string) => void): HTMLElement {
  return dropdown('snippets', 'Snippets', SNIPPETS, onChoose);
}

/** Copies the text of the note before this one; can't be pressed when there is none. */
export function loadLastNote(
  lastNote: string | null,
  onChoose: (text: string) => void,
): HTMLElement {
  return button('Load last note', { disabled: lastNote === null }, () => {
    if (lastNote !== null) onChoose(lastNote);
  });
}

/** A button that opens a list of choices. Escape closes it; the focus goes back to the button. */
function dropdown(
  className: string,
  text: string,
  choices: readonly string[],
  onChoose: (choice: string, trigger: HTMLButtonElement) => void,
): HTMLElement {
  let open = false;
  const list = el('ul', { hidden: true });
  const setOpen = (next: boolean) => {
    open = next;
    list.hidden = !open;
    trigger.setAttribute('aria-expanded', String(open));
  };
  const trigger = button(text, { class: 'trigger', 'aria-expanded': 'false' }, () => {
    setOpen(!open);
  });
  for (const choice of choices) {
    const item = button(choice, {}, () => {
      setOpen(false);
      trigger.focus();
      onChoose(choice, trigger);
    });
    list.append(el('li', {}, item));
  }
  const holder = component('div', { class: className }, trigger, list);
  holder.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    trigger.focus();
  });
  return holder;
}
