import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import { InsertionId, StaffId } from '#shared/contracts/ids.ts';
import { InsertOutcome, UndoOutcome } from '#shared/contracts/insertion.ts';
import { AcknowledgeInput } from '#shared/contracts/procedures.ts';
import { DeliveryRefusal, type Fact } from '#shared/contracts/sealed.ts';
import { HeldInsertion } from '../../messages/worker.ts';
import { KeptGrant } from './sealed/seal.ts';

/** Who did it, and where that is to be recorded. A member of staff is of one practice. */
export const Author = z.object({ backend: z.string(), staffId: StaffId });
export type Author = z.infer<typeof Author>;

/** What is known of every entry. */
const KEPT = {
  /** UUIDv7 of the moment in which it was begun; under it the server takes it once. */
  entryId: z.uuid(),
  author: Author,
  /** What it is sealed with, whoever is signed in by then. */
  grant: KeptGrant,
  /** Before anything was sent to the page. */
  heldAt: Instant,
  /** The tab whose page is asked; null when the browser did not say, or no page is asked. */
  tabId: z.nullable(z.int()),
  /**
   * `held`: no word of the page yet. `answered`: there is an outcome, and no server knows of it.
   * `sent`: the server may have it, so the outcome stays as it is. `failed`: as `sent`, and the
   * server did not take it.
   */
  stage: z.enum(['held', 'answered', 'sent', 'failed']),
  /** What the sealed copy on the disk says: nothing yet, that nobody knows, or what came of it. */
  sealedAs: z.enum(['nothing', 'unconfirmed', 'outcome']),
};

/** One fact for the practice: an insertion, that it was undone, or what was done about an alert. */
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
  /** A decision asks no page: it is `answered` from the start. */
  z.object({
    what: z.literal('acknowledgement'),
    held: AcknowledgeInput,
    outcome: z.null(),
    ...KEPT,
  }),
]);
export type Entry = z.infer<typeof Entry>;

/** What a page was asked for: an insertion and its undo share an id. */
export const PageKey = z.object({ what: z.enum(['insertion', 'undo']), insertionId: InsertionId });
export type PageKey = z.infer<typeof PageKey>;

/** An entry that was refused for good, and of which the disk could not keep that. */
const RefusedHere = z.object({
  entryId: KEPT.entryId,
  author: Author,
  since: Instant,
  refusal: z.object({
    what: z.enum(['insertion', 'undo', 'acknowledgement']),
    because: z.nullable(DeliveryRefusal),
    insertionId: z.nullable(InsertionId),
  }),
});
export type RefusedHere = z.infer<typeof RefusedHere>;

/** All that waits for the server, in the order in which it happened. */
export const OutboxState = z.object({
  entries: z.array(Entry),
  /** The newest that are settled: a late or repeated word about them changes nothing. */
  settled: z.array(z.object({ key: PageKey, author: Author })),
  /** Until they were read. Absent where the disk kept all of them. */
  refused: z.optional(z.array(RefusedHere)),
  /** How often the server could not be told, in a row. */
  failures: z.int(),
  /** Not tried by itself before this; null when nothing failed. */
  retryAt: z.nullable(Instant),
});
export type OutboxState = z.infer<typeof OutboxState>;

/** Nothing waits. */
export const EMPTY_OUTBOX: OutboxState = { entries: [], settled: [], failures: 0, retryAt: null };

/** The page did not say what became of it: nothing may be claimed. */
export const UNCONFIRMED: InsertOutcome & UndoOutcome = {
  status: 'unconfirmed',
  reason: 'pageUnreachable',
};

/** What a page would call it; null of what no page is asked for. */
export function pageKeyOf(entry: Entry): PageKey | null {
  if (entry.what === 'acknowledgement') return null;
  return { what: entry.what, insertionId: entry.held.insertionId };
}

/** True for the same question to a page. */
export function isSameKey(one: PageKey | null, other: PageKey): boolean {
  return one?.what === other.what && one.insertionId === other.insertionId;
}

/** True for the same person of the same backend. */
export function isSameAuthor(one: Author, other: Author): boolean {
  return one.backend === other.backend && one.staffId === other.staffId;
}

/** The insertions that an entry speaks of: itself, what it takes the place of, what it undoes. */
export function aboutOf({ what, held }: Entry): readonly InsertionId[] {
  if (what === 'acknowledgement') return [];
  const replaced = what === 'insertion' ? held.replaces : null;
  return [held.insertionId, ...(replaced === undefined || replaced === null ? [] : [replaced])];
}

/** What an entry says to the server: until there is an outcome, that nobody knows. */
export function factOf(entry: Entry): Fact {
  const { what, held } = entry;
  if (what === 'acknowledgement') return { what, input: held };
  if (what === 'undo') return { what, input: { ...held, outcome: entry.outcome ?? UNCONFIRMED } };
  return { what, input: { ...held, outcome: entry.outcome ?? UNCONFIRMED } };
}

/** What the sealed copy of an entry is to say. */
export function toBeSealedAs({ stage }: Entry): Entry['sealedAs'] {
  return stage === 'held' ? 'unconfirmed' : 'outcome';
}
