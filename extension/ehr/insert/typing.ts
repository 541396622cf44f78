import { textHolder } from '../fields/editors.ts';
import { focusField } from './caret.ts';

const STARTS = ['keydown', 'beforeinput', 'compositionstart', 'paste', 'drop'] as const;
/** Keys that say something only together with another one. */
const MODIFIERS = new Set<unknown>(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/** Whether a person works in a field. */
export interface Typing {
  /** True once somebody does. */
  readonly typed: () => boolean;
  /**
   * From now on a key that is pressed while nothing has the keyboard goes to the field, and is no
   * shortcut of the page: we took the keyboard away, and the person does not know.
   */
  readonly catchKeys: () => void;
}

/** Notices whether a person works in a field from now on; what pages do themselves is not trusted. */
export function watchTyping(field: HTMLElement, view: Window, signal: AbortSignal): Typing {
  let typed = false;
  const hear = (event: Event) => {
    if (isOfPerson(event)) typed = true;
  };
  for (const name of STARTS) {
    textHolder(field).addEventListener(name, hear, { capture: true, signal });
  }
  const bringBack = (event: Event) => {
    const { activeElement, body } = view.document;
    if (!isOfPerson(event) || activeElement !== body) return;
    typed = true;
    event.stopImmediatePropagation();
    focusField(field);
  };
  return {
    typed: () => typed,
    catchKeys: () => view.addEventListener('keydown', bringBack, { capture: true, signal }),
  };
}

// In a frame of its own an editor's events are of other classes.
function isOfPerson(event: Event): boolean {
  return event.isTrusted && !MODIFIERS.has(Reflect.get(event, 'key'));
}
