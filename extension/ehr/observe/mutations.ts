/** Attributes that change who or what a page shows without changing its nodes. */
const ATTRIBUTES = [
  'href',
  'contenteditable',
  'readonly',
  'disabled',
  'hidden',
  'aria-hidden',
  'aria-selected',
];

/**
 * Calls back with every node that changes in a document, and when somebody types, until the signal
 * aborts. Typing into a textarea changes no node, so it is reported as a change of none.
 */
export function watchMutations(
  doc: Document,
  onChange: (changed: readonly Node[]) => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver((records) => onChange(records.map(({ target }) => target)));
  observer.observe(doc, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES,
  });
  doc.addEventListener('input', () => onChange([]), { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
