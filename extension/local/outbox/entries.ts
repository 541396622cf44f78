import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import { InsertionId, StaffId } from '#shared/contracts/ids.ts';
import { InsertOutcome, UndoOutcome } from '#shared/contracts/insertion.ts';
import { HeldInsertion } from '../../messages/worker.ts';

/** Who did it, and where that is to be recorded. A member of staff is of one practice. */
export const Author = z.object({ backend: z.string(), staffId: StaffId });
export type Author = z.infer<typeof Author>;

/** What is known of every entry. */
const KEPT = {
  author: Author,
  /** Before anything was sent to the page. */
  heldAt: Instant,
  /** The tab whose page is asked; null when the browser did not say. */
  tabId: z.nullable(z.int()),
  /**
   * `held`: no word of the page yet. `answered`: there is an outcome, and no server knows of it.
   * `sent`: the server may have it, so the outcome stays as it is. `failed`: as `sent`, and the
   * server did not take it.
   */
  stage: z.enum(['held', 'answered', 'sent', 'failed']),
};

/** One fact for the practice's register: an insertion, or that it was undone. */
export const Entry = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('insertion'),
    held: HeldInsertion,
    outcome: z.nullable(InsertOutcome),
    ...KEPT,
  }),
  z.object({
    what: z.literal('undo'),
    held: z.object({ insertionId: InsertionId }),
    outcome: z.nullable(UndoOutcome),
    ...KEPT,
  }),
]);
export type Entry = z.infer<typeof Entry>;

/** Which entry: an insertion and its undo share an id. */
export const EntryKey = z.object({ what: z.enum(['insertion', 'undo']), insertionId: InsertionId });
export type EntryKey = z.infer<typeof EntryKey>;

/** All that waits for the server, in the order in which it happened. */
export const OutboxState = z.object({
  entries: z.array(Entry),
  /** Refused for good: no text is kept of them. */
  refused: z.array(z.object({ key: EntryKey, author: Author })),
  /** The newest that are settled: a late or repeated word about them changes nothing. */
  settled: z.array(EntryKey),
  /** How often the server could not be told, in a row. */
  failures: z.int(),
  /** Not tried by itself before this; null when nothing failed. */
  retryAt: z.nullable(Instant),
});
export type OutboxState = z.infer<typeof OutboxState>;

/** Nothing waits. */
export const EMPTY_OUTBOX: OutboxState = {
  entries: [],
  refused: [],
  settled: [],
  failures: 0,
  retryAt: null,
};

/** The key of an entry. */
export function keyOf({ what, held }: Entry): EntryKey {
  return { what, insertionId: held.insertionId };
}

/** True for the same entry. */
export function isSameKey(one: EntryKey, other: EntryKey): boolean {
  return one.what === other.what && one.insertionId === other.insertionId;
}

/** True for the same person of the same backend. */
export function isSameAuthor(one: Author, other: Author): boolean {
  return one.backend === other.backend && one.staffId === other.staffId;
}
