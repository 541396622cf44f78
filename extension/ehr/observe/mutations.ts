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

/** Attributes that show or hide by way of styles; in busy pages they change all the time. */
const APPEARANCE = ['class', 'style', 'open'];

/** How a document is watched. */
export interface MutationWatch {
  /** Drops the changes that were not yet reported, for whoever looks at their result anyway. */
  drop(): void;
  /** Whether changes of appearance are reported as well. */
  appearance(wanted: boolean): void;
}

/**
 * Calls back with every change of a document, and when somebody types, until the signal aborts.
 * Typing into a textarea changes no node, so it is reported as no record.
 */
export function watchMutations(
  doc: Document,
  onChange: (records: readonly MutationRecord[]) => void,
  signal: AbortSignal,
): MutationWatch {
  const observer = new MutationObserver((records) => onChange(records));
  let watched: boolean | null = null;
  const appearance = (wanted: boolean) => {
    if (wanted === watched || signal.aborted) return;
    watched = wanted;
    // Of one node there is one observation: this takes the place of the one before.
    observer.observe(doc, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: wanted ? [...ATTRIBUTES, ...APPEARANCE] : ATTRIBUTES,
    });
  };
  appearance(false);
  doc.addEventListener('input', () => onChange([]), { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return { drop: () => void observer.takeRecords(), appearance };
}
