import { aboutOf, type Entry, factOf, toBeSealedAs } from '../entries.ts';
import type { KeptState } from '../kept-state.ts';
import { sealed } from '../transitions.ts';
import type { Disk } from './disk.ts';
import { seal } from './seal.ts';

/** Makes the disk say what is known of an entry. Rejects when the disk can't. */
export type KeepCopy = (entry: Entry) => Promise<void>;

/**
 * Seals an entry onto the disk, unless the copy there says the same. First the disk, then the note of
 * it: a worker that dies in between seals once more, into the same place.
 */
export function createKeepCopy(disk: Disk, kept: KeptState): KeepCopy {
  return async (entry) => {
    const { entryId, author, grant, heldAt } = entry;
    const sealedAs = toBeSealedAs(entry);
    if (entry.sealedAs === sealedAs) return;
    const { backend, staffId } = author;
    const copy = await seal({ entryId, author: staffId, fact: factOf(entry) }, grant);
    await disk.put({ ...copy, backend, since: heldAt, refusal: null, about: aboutOf(entry) });
    await kept.change((state) => sealed(state, entryId, sealedAs));
  };
}
