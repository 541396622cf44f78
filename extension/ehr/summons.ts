/** Milliseconds until the next request, by how many were made in vain; the last one repeats. */
const WAITS_MS = [500, 1000, 2000, 5000, 10_000, 30_000];

/** What a summons needs. */
export interface SummonsParts {
  readonly view: Window;
  readonly signal: AbortSignal;
  /** Asks for the part; what comes of it shows in {@link SummonsParts.isThere} alone. */
  readonly ask: () => void;
  readonly isThere: () => boolean;
}

/**
 * Asks for a part of the script until it has come: the worker may be starting, ending or being
 * replaced, and the browser may refuse once. Calling it again while it asks changes nothing.
 */
export function createSummons({ view, signal, ask, isThere }: SummonsParts): () => void {
  let asked = 0;
  let timer: number | undefined;
  const next = () => {
    timer = undefined;
    if (signal.aborted || isThere()) return;
    ask();
    timer = view.setTimeout(next, WAITS_MS[Math.min(asked, WAITS_MS.length - 1)]);
    asked += 1;
  };
  signal.addEventListener('abort', () => view.clearTimeout(timer), { once: true });
  return () => {
    if (timer === undefined) next();
  };
}
