/**
 * A point that a stand-in's answer must pass. Normally it only costs time, as on a real server;
 * a test holds it to freeze the page in a state that usually lasts some hundred milliseconds,
 * looks around for as long as it likes, and releases it. So no test needs a timer.
 */
export type Gate = {
  /** Answers stop here from now on. */
  hold(): void;
  /** Lets everything that waits pass, and everything that comes later. */
  release(): void;
  /** Resolves as soon as an answer waits at the held gate. */
  arrival(): Promise<void>;
  /** Resolves when the answer may go out. For the stand-in's server. */
  pass(): Promise<void>;
};

/** Makes a gate. `delayMs`: how long an answer takes while the gate is open, in milliseconds. */
export function createGate(delayMs: number): Gate {
  let held = false;
  let waiting: (() => void)[] = [];
  let arrivals: (() => void)[] = [];

  return {
    hold() {
      held = true;
    },
    release() {
      held = false;
      const sleepers = waiting;
      waiting = [];
      wakeAll(sleepers);
    },
    async arrival() {
      if (waiting.length > 0) return;
      await new Promise<void>((resolve) => arrivals.push(resolve));
    },
    async pass() {
      if (!held) {
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
        return;
      }
      const passed = new Promise<void>((resolve) => waiting.push(resolve));
      const watchers = arrivals;
      arrivals = [];
      wakeAll(watchers);
      await passed;
    },
  };
}

function wakeAll(sleepers: readonly (() => void)[]): void {
  for (const wake of sleepers) wake();
}
