/** Does one piece of work after the other, in the order in which they were handed in. */
export type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>;

/**
 * Lets work wait for the work before it, also when that failed. What reads a value from storage,
 * changes it and writes it back must not do so in the middle of another such change.
 */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
