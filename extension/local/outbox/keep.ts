import { instantOf } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type Failure, failure } from '../failure.ts';
import type { SignedIn } from '../signed-in.ts';
import type { Entry } from './entries.ts';
import type { KeptState } from './kept-state.ts';
import type { KeepCopy } from './sealed/copies.ts';
import { isBroken } from './sealed/disk.ts';
import type { GrantOf } from './sealed/grants.ts';
import { drop, entryOf, hold } from './transitions.ts';

type WithoutRest<One> = One extends Entry
  ? Omit<One, 'entryId' | 'author' | 'grant' | 'heldAt' | 'sealedAs'>
  : never;

/** An entry before it is known whose it is. */
export type NewEntry = WithoutRest<Entry>;

/** Keeps an entry in memory and sealed on the disk, or nowhere. The value is its id. */
export type Keep = (entry: NewEntry) => Promise<Result<string, Failure>>;

/** What keeping needs. */
export interface KeepDependencies {
  readonly now: () => Date;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  readonly person: () => Promise<Result<SignedIn, Failure>>;
  readonly grantOf: GrantOf;
  readonly kept: KeptState;
  readonly keepCopy: KeepCopy;
}

/**
 * First the memory, then the disk: a copy on the disk that the memory knows nothing of is taken for
 * one of an earlier browser session, and delivered.
 */
export function createKeep(dependencies: KeepDependencies): Keep {
  const { now, newId, person, grantOf, kept, keepCopy } = dependencies;

  return async (begun) => {
    const who = await person();
    if (!who.ok) return who;
    const grant = await grantOf(who.value);
    if (!grant.ok) return grant;
    const { backend, staffId } = who.value;
    const entryId = newId();
    const entry: Entry = {
      ...begun,
      entryId,
      author: { backend, staffId },
      grant: grant.value,
      heldAt: instantOf(now()),
      sealedAs: 'nothing',
    };
    const state = await kept.change((before) => hold(before, entry));
    if (entryOf(state, entryId) === undefined) return ok(entryId);
    try {
      await keepCopy(entry);
    } catch (error) {
      if (!isBroken(error)) throw error;
      await kept.change((before) => drop(before, entryId));
      return refuse(failure('refused'));
    }
    return ok(entryId);
  };
}
