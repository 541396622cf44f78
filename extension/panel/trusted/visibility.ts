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

/** Whether an element may be pressed, as it changes. */
export interface VisibilityGate {
  readonly hear: (entry: VisibilityEntry) => void;
  readonly close: () => void;
}

/** What a gate needs: timers, so that it opens by itself. */
export interface GateDependencies {
  readonly setTimeout: (run: () => void, ms: number) => number;
  readonly clearTimeout: (timer: number) => void;
  readonly onChange: (open: boolean) => void;
}

/**
 * Holds presses back until the browser has said for half a second that nothing covers, fades,
 * shrinks or moves the element: the page around the frame can do all of that to it. Where the
 * browser can't tell (version 1 only), the gate asks just for the element to be in view.
 */
export function createVisibilityGate(dependencies: GateDependencies): VisibilityGate {
  let opening: number | null = null;
  const close = () => {
    if (opening !== null) dependencies.clearTimeout(opening);
    opening = null;
    dependencies.onChange(false);
  };
  return {
    hear({ isVisible, intersectionRatio }) {
      if (isVisible === false || intersectionRatio < NEARLY_ALL) close();
      else opening ??= dependencies.setTimeout(() => dependencies.onChange(true), VISIBLE_FOR_MS);
    },
    close,
  };
}

/**
 * Milliseconds between two drawings that are asked for. A frame that is not drawn, as in a page whose
 * root has no box, gets none, and no word about its visibility either: the last one would stand.
 */
const DRAWN_EVERY_MS = 200;
/** Milliseconds without a drawing after which nothing is known of what was on the screen. */
const UNDRAWN_MS = 1000;

/** What {@link watchVisibility} knows besides. */
export interface Drawing {
  /** Whether the frame was drawn just now; closes the gate where it was not. */
  readonly isRecent: () => boolean;
}

/** Feeds a gate from the browser until the signal ends it. */
export function watchVisibility(
  element: Element,
  gate: VisibilityGate,
  signal: AbortSignal,
): Drawing {
  const options: ObserverOptions = {
    trackVisibility: true,
    delay: 100,
    threshold: [0, 0.5, NEARLY_ALL, 1],
  };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) gate.hear(entry);
  }, options);
  observer.observe(element);
  let drawnAt = performance.now();
  const isRecent = () => {
    if (performance.now() - drawnAt < UNDRAWN_MS) return true;
    gate.close();
    // Observed anew, it is answered for once more, and has to be seen for as long as ever.
    observer.disconnect();
    observer.observe(element);
    return false;
  };
  const ask = () =>
    requestAnimationFrame(() => {
      if (signal.aborted) return;
      isRecent();
      drawnAt = performance.now();
      setTimeout(ask, DRAWN_EVERY_MS);
    });
  ask();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    gate.close();
  });
  return { isRecent };
}
