import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard where it was pressed, when what was pressed gives way to something else. Nobody's
 * keyboard is moved who is elsewhere by then, in the panel or in the note.
 */
export function useFocusOn(choosing: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef(choosing);
  useEffect(() => {
    if (before.current === choosing) return;
    before.current = choosing;
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    ref.current?.querySelector<HTMLElement>('[role="group"], button')?.focus();
  }, [choosing]);
  return ref;
}
