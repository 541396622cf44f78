/** Readings that may be told one right after the other; arriving at a page takes a handful. */
const AT_ONCE = 20;
/** Milliseconds after which one more may be told; as often as ordinary changes are looked at. */
const ONE_PER_MS = 200;

/** How fast readings are told. */
export interface Pace {
  /** Takes one telling. False when there were too many of late. */
  take(): boolean;
}

/**
 * A page can change, and be made to navigate, thousands of times a second. Panel and worker are told
 * no faster than they can hear.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createPace(now: () => number): Pace {
  let left = AT_ONCE;
  let since = now();
  return {
    take() {
      left = Math.min(AT_ONCE, left + (now() - since) / ONE_PER_MS);
      since = now();
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
