import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Pause, TryLimit } from './tries.ts';

/** A limit, and whom the try counts for. */
export type Counter = readonly [limit: TryLimit, key: string];

/** A try that was counted everywhere and may be made. */
export interface Counted {
  /** Takes the try back everywhere, since it was no guess. */
  readonly takeBack: () => Promise<void>;
}

/**
 * Counts a try under several limits before it is made, so that tries at the same moment are counted
 * too. When one of them is used up, the try is not made and the others take it back.
 */
export async function countTry(counters: readonly Counter[]): Promise<Result<Counted, Pause>> {
  const counted: Counter[] = [];
  const takeBack = async () => {
    for (const [limit, key] of counted) await limit.takeBack(key);
  };
  for (const counter of counters) {
    const [limit, key] = counter;
    const pause = await limit.count(key);
    if (pause !== null) {
      await takeBack();
      return refuse(pause);
    }
    counted.push(counter);
  }
  return ok({ takeBack });
}
