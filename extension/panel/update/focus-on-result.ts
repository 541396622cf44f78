import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Insertion, isUnconfirmed } from './insertion.ts';

/**
 * Brings what became of a press into sight, and the keyboard with it: the button that was pressed gives
 * way, and writing into a note takes the keyboard there. Who pressed a key comes back to the result,
 * with Undo the next stop; who clicked finds the caret behind the text, ready to write on. Where the
 * page took its time, nobody's keyboard is moved who writes in the note by now.
 */
export function useFocusOnResult(insertion: Insertion): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const byKey = usePressedByKey();
  const step = stepOf(insertion);
  const before = useRef(step);
  useEffect(() => {
    const was = before.current;
    before.current = step;
    if (step === was || insertion.phase === 'none') return;
    ref.current?.scrollIntoView({ block: 'nearest' });
    const isOurs = document.hasFocus() || (byKey.current && !isUnconfirmed(insertion));
    if (isOurs && isNowhere(document.activeElement)) ref.current?.focus();
  }, [step, insertion, byKey]);
  return ref;
}

/** How far the insertion got, and the undo of it. */
function stepOf(insertion: Insertion): string {
  return insertion.phase === 'done' ? `undo ${insertion.undo.phase}` : insertion.phase;
}

/** The browser leaves the focus on a button that was switched off, where no key does anything. */
function isNowhere(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.matches(':disabled');
}

/** Whether the last thing that was done in the panel was done with the keyboard. */
function usePressedByKey(): { readonly current: boolean } {
  const byKey = useRef(false);
  useEffect(() => {
    const lifetime = new AbortController();
    const hear = ({ type }: Event) => {
      byKey.current = type === 'keydown';
    };
    for (const kind of ['keydown', 'pointerdown']) {
      document.addEventListener(kind, hear, { capture: true, signal: lifetime.signal });
    }
    return () => lifetime.abort();
  }, []);
  return byKey;
}
