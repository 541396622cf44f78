/** A clock that stands still until it is moved. */
export interface StillClock {
  readonly now: () => Date;
  readonly advance: (seconds: number) => void;
}

/** Starts at a moment. */
export function stillClock(start: string): StillClock {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    advance(seconds) {
      time += seconds * 1000;
    },
  };
}
