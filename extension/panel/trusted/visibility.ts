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
 * Milliseconds between two questions whether this frame is drawn at all. In one that is not, as in a
 * page whose root has no box, the browser works out no visibility either: the last answer would stand.
 */
const DRAWN_EVERY_MS = 200;

/** Feeds a gate from the browser until the signal ends it. */
export function watchVisibility(element: Element, gate: VisibilityGate, signal: AbortSignal): void {
  const options: ObserverOptions = {
    trackVisibility: true,
    delay: 100,
    threshold: [0, 0.5, NEARLY_ALL, 1],
  };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) gate.hear(entry);
  }, options);
  observer.observe(element);
  let awaitsDrawing = false;
  const timer = setInterval(() => {
    if (awaitsDrawing) {
      gate.close();
      // Observed anew, it is answered for as soon as the frame is drawn again.
      observer.disconnect();
      observer.observe(element);
      return;
    }
    awaitsDrawing = true;
    requestAnimationFrame(() => {
      awaitsDrawing = false;
    });
  }, DRAWN_EVERY_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
    gate.close();
  });
}
