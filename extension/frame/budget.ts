/** How often a page may be put right before it counts as fighting. */
export interface TamperBudget {
  /** Spends one repair. False when there have been too many of late: stop, and say so. */
  spend(): boolean;
}

/** This many repairs within the window are a mishap; one more is a fight. */
const MOST_REPAIRS = 10;
/** In milliseconds. */
const WINDOW_MS = 10_000;

/** @param now milliseconds of a clock that never goes back */
export function createBudget(now: () => number): TamperBudget {
  let spent: number[] = [];
  return {
    spend() {
      spent = [...spent.filter((at) => now() - at < WINDOW_MS), now()];
      return spent.length <= MOST_REPAIRS;
    },
  };
}
