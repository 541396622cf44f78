import type { OutboxEntry } from '../../messages/worker.ts';
import { type Author, isSameAuthor } from './entries.ts';
import type { KeptState } from './kept-state.ts';
import { listedOf } from './refusals.ts';
import { type Disk, unlessBroken } from './sealed/disk.ts';
import { listOf } from './transitions.ts';

/**
 * Lists what somebody has on its way to the server: what this browser session can still read, and
 * what lies sealed on the disk or was refused, oldest first.
 */
export function createListing(kept: KeptState, disk: Disk) {
  return async (author: Author): Promise<readonly OutboxEntry[]> => {
    const state = await kept.read();
    const refused = (state.refused ?? []).filter((one) => isSameAuthor(one.author, author));
    const inMemory = [...refused.map(listedOf), ...listOf(state, author)];
    const known = new Set(inMemory.map(({ entryId }) => entryId));
    const rows = await unlessBroken(disk.of(author.backend), []);
    const left = rows.filter((row) => row.author === author.staffId && !known.has(row.entryId));
    return [...left.map(listedOf), ...inMemory];
  };
}
