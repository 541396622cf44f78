/** Milliseconds for which something must have been visible before a press on it counts. */
export const VISIBLE_FOR_MS = 500;

/** Share of an element that must be in view; a hair less than all of it, for fractions of pixels. */
const NEARLY_ALL = 0.99;

/** What version 2 of the interface adds; see w3c.github.io/IntersectionObserver/v2. */
type ObserverOptions = IntersectionObserverInit & {
  readonly trackVisibility: boolean;
  readonly delay: number;
};

interface VisibilityEntry {
  readonly intersectionRatio: number;
  /** Absent where the browser has only version 1. */
  readonly isVisible?: boolean;
}

/** Tells since when something has been truly visible. */
export interface VisibilityGate {
  readonly hear: (entry: VisibilityEntry, atMs: number) => void;
  /** True when a press at this moment may count. */
  readonly isOpen: (atMs: number) => boolean;
}

/**
 * Holds presses back until the browser has said for half a second that nothing covers, fades,
 * shrinks or moves the element: the page around the frame can do all of that to it. Where the
 * browser can't tell (version 1 only), the gate asks just for the element to be in view.
 */
export function createVisibilityGate(): VisibilityGate {
  let visibleSince: number | null = null;
  return {
    hear({ isVisible, intersectionRatio }, atMs) {
      const visible = isVisible !== false && intersectionRatio >= NEARLY_ALL;
      if (!visible) visibleSince = null;
      else visibleSince ??= atMs;
    },
    isOpen: (atMs) => visibleSince !== null && atMs - visibleSince >= VISIBLE_FOR_MS,
  };
}

/** Feeds a gate from the browser until the signal ends it. */
export function watchVisibility(element: Element, gate: VisibilityGate, signal: AbortSignal): void {
  const options: ObserverOptions = {
    trackVisibility: true,
    delay: 100,
    threshold: [0, 0.5, NEARLY_ALL, 1],
  };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) gate.hear(entry, performance.now());
  }, options);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
