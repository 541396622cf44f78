import type { Result } from '#shared/contracts/result.ts';
import type { Failure } from '../failure.ts';
import type { SignedIn } from '../signed-in.ts';
import { type Entry, pageKeyOf } from './entries.ts';
import type { KeptState } from './kept-state.ts';
import type { KeepCopy } from './sealed/copies.ts';
import { type Disk, unlessBroken } from './sealed/disk.ts';
import { fail, refusedHere, sent, settle } from './transitions.ts';

/** Tells the backend of one entry, in the name of one session and no other. */
export type Send = (entry: Entry, as: SignedIn) => Promise<Result<unknown, Failure>>;

/** What one attempt needs. */
export interface AttemptDependencies {
  readonly now: () => Date;
  readonly send: Send;
  readonly kept: KeptState;
  readonly disk: Disk;
  readonly keepCopy: KeepCopy;
}

/**
 * Tells the server of one entry. True when it answered for it, whatever it said: then the copy on the
 * disk goes first, and the entry after it, so that nothing is ever taken for left over.
 */
export function createAttempt({ now, send, kept, disk, keepCopy }: AttemptDependencies) {
  return async (entry: Entry, as: SignedIn): Promise<boolean> => {
    const { entryId, what } = entry;
    // What the server is told, the disk says already: no later copy can contradict it.
    await unlessBroken(keepCopy(entry), undefined);
    // Once the server may have it, no other outcome may be given out under its id.
    await kept.change((state) => sent(state, entryId));
    const reply = await send(entry, as);
    const isFinal = reply.ok || reply.refusal.reason === 'refused';
    if (reply.ok) await unlessBroken(disk.drop(entryId), undefined);
    else if (isFinal) {
      const insertionId = pageKeyOf(entry)?.insertionId ?? null;
      const refusal = { what, because: reply.refusal.code ?? null, insertionId };
      const isKept = disk.refuse(entryId, refusal).then(() => true);
      // A disk that is full must not make it look like taken, nor hold up what is behind it.
      if (!(await unlessBroken(isKept, false))) {
        await kept.change((state) => refusedHere(state, entryId, refusal));
      }
    }
    await kept.change((state) => (isFinal ? settle(state, entryId) : fail(state, entryId, now())));
    return isFinal;
  };
}
