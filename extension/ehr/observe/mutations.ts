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
 * Calls back with every change of a document, and when somebody types, until the signal aborts.
 * Typing into a textarea changes no node, so it is reported as no record.
 *
 * @returns drops the changes that were not yet reported, for whoever looks at their result anyway
 */
export function watchMutations(
  doc: Document,
  onChange: (records: readonly MutationRecord[]) => void,
  signal: AbortSignal,
): () => void {
  const observer = new MutationObserver((records) => onChange(records));
  observer.observe(doc, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES,
  });
  doc.addEventListener('input', () => onChange([]), { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return () => {
    observer.takeRecords();
  };
}
