import { AppError } from '#shared/contracts/errors.ts';
import { isLost, isOverburdened, withoutValues } from './failure.ts';

/**
 * Runs work that asks the database outside of a practice's transaction. Throws AppError `busy` when
 * the server is away or gave up waiting; every other failure as it came.
 */
export type Reach = <T>(work: () => Promise<T>) => Promise<T>;

/** Builds the one guard of such work; a lost server is told to `onLost`. */
export function createReach(onLost: () => void): Reach {
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (isLost(error)) onLost();
      if (isLost(error) || isOverburdened(error)) {
        throw new AppError('busy', withoutValues(error).message);
      }
      throw error;
    }
  };
}
