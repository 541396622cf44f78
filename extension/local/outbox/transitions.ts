import { instantOf } from '#shared/contracts/calendar.ts';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { InsertOutcome, UndoOutcome } from '#shared/contracts/insertion.ts';
import type { OutboxEntry } from '../../messages/worker.ts';
import {
  type Author,
  aboutOf,
  type Entry,
  isSameAuthor,
  isSameKey,
  type OutboxState,
  type PageKey,
  pageKeyOf,
  type RefusedHere,
  UNCONFIRMED,
} from './entries.ts';

/**
 * Seconds that a page has for its word. An entry of the register can't be changed, so until then
 * the register waits; after it, whoever asked is taken to be gone.
 */
export const PAGE_HAS_SECONDS = 60;

/** Minutes until the next try, by how often the server could not be told in a row. */
const RETRY_AFTER_MINUTES = [1, 1, 2, 5, 10, 15];

const MS_PER_MINUTE = 60_000;

/** Settled entries that are remembered: more than one clinician inserts in a day. */
const SETTLED_REMEMBERED = 200;

/** What the page said, with what it is about. */
export type PageWord =
  | { readonly key: PageKey & { readonly what: 'insertion' }; readonly outcome: InsertOutcome }
  | { readonly key: PageKey & { readonly what: 'undo' }; readonly outcome: UndoOutcome };

/** Keeps an entry before the page is asked. One that is known already stays as it is. */
export function hold(state: OutboxState, entry: Entry): OutboxState {
  const key = pageKeyOf(entry);
  const known = key !== null && isKnown(state, key);
  return known ? state : { ...state, entries: [...state.entries, entry] };
}

/** True when an entry is kept, or was settled not long ago. */
export function isKnown(state: OutboxState, key: PageKey): boolean {
  return authorOf(state, key) !== null;
}

/** Who did what is kept, or was settled not long ago; null of what is not known. */
export function authorOf(state: OutboxState, key: PageKey): Author | null {
  const settled = state.settled.find((one) => isSameKey(one.key, key));
  return (askedOf(state, key) ?? settled)?.author ?? null;
}

/** The entry that a page was asked for; undefined when there is none. */
export function askedOf(state: OutboxState, key: PageKey): Entry | undefined {
  return state.entries.find((entry) => isSameKey(pageKeyOf(entry), key));
}

/** An entry by its id; undefined when it is not kept. */
export function entryOf(state: OutboxState, entryId: string): Entry | undefined {
  return state.entries.find((entry) => entry.entryId === entryId);
}

/** Drops an entry of which nobody is to be told. */
export function drop(state: OutboxState, entryId: string): OutboxState {
  return { ...state, entries: state.entries.filter((entry) => entry.entryId !== entryId) };
}

/** Notes what the sealed copy says. */
export function sealed(
  state: OutboxState,
  entryId: string,
  sealedAs: Entry['sealedAs'],
): OutboxState {
  return edit(state, entryId, (entry) => ({ ...entry, sealedAs }));
}

/** Takes the page's word. Once there is one, or the server may know another, it stays. */
export function answer(state: OutboxState, word: PageWord): OutboxState {
  const asked = askedOf(state, word.key);
  if (asked?.stage !== 'held') return state;
  // The key says which kind of outcome it is.
  const answered = { ...asked, outcome: word.outcome, stage: 'answered' } as Entry;
  return edit(state, asked.entryId, () => answered);
}

/** Says of entries that nobody will speak about any more that nobody knows. */
export function giveUp(state: OutboxState, isLost: (entry: Entry) => boolean): OutboxState {
  if (!state.entries.some((entry) => entry.stage === 'held' && isLost(entry))) return state;
  const entries = state.entries.map((entry): Entry => {
    if (entry.stage !== 'held' || !isLost(entry)) return entry;
    return entry.what === 'acknowledgement'
      ? { ...entry, stage: 'answered' }
      : { ...entry, outcome: UNCONFIRMED, stage: 'answered' };
  });
  return { ...state, entries };
}

/** True when the page of a held entry has had its time; also when the clock was set far back. */
export function isOverdue({ heldAt }: Entry, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(heldAt)) >= PAGE_HAS_SECONDS * 1000;
}

/**
 * The oldest entry of somebody that has an outcome: an undo means nothing before its insertion. What
 * speaks of an insertion that was set aside waits with it.
 */
export function nextOf(
  state: OutboxState,
  author: Author,
  aside: ReadonlySet<InsertionId>,
): Entry | null {
  return (
    state.entries.find(
      (entry) =>
        entry.stage !== 'held' &&
        isSameAuthor(entry.author, author) &&
        !aboutOf(entry).some((insertionId) => aside.has(insertionId)),
    ) ?? null
  );
}

/** From here on the server may have it. */
export function sent(state: OutboxState, entryId: string): OutboxState {
  return edit(state, entryId, (entry) =>
    entry.stage === 'answered' ? { ...entry, stage: 'sent' } : entry,
  );
}

/** The server has answered for it: it is there, or never will be. */
export function settle(state: OutboxState, entryId: string): OutboxState {
  const entry = entryOf(state, entryId);
  if (entry === undefined) return state;
  const key = pageKeyOf(entry);
  const settled = key === null ? [] : [{ key, author: entry.author }];
  return {
    ...reached(drop(state, entryId)),
    settled: [...state.settled, ...settled].slice(-SETTLED_REMEMBERED),
  };
}

/** Keeps that an entry was refused where the disk can't; once. */
export function refusedHere(
  state: OutboxState,
  entryId: string,
  refusal: RefusedHere['refusal'],
): OutboxState {
  const entry = entryOf(state, entryId);
  if (entry === undefined) return state;
  const { author, heldAt: since } = entry;
  const { refused = [] } = withoutRefused(state, [entryId]);
  return { ...state, refused: [...refused, { entryId, author, since, refusal }] };
}

/** Takes out refusals that were read. */
export function withoutRefused(state: OutboxState, entryIds: readonly string[]): OutboxState {
  if (state.refused === undefined) return state;
  const refused = state.refused.filter(({ entryId }) => !entryIds.includes(entryId));
  return { ...state, refused };
}

/** The server is there. */
export function reached(state: OutboxState): OutboxState {
  return state.retryAt === null ? state : { ...state, failures: 0, retryAt: null };
}

/** The server could not be told of an entry, or, with null, of what an earlier session left. */
export function fail(state: OutboxState, entryId: string | null, now: Date): OutboxState {
  const place = Math.min(state.failures, RETRY_AFTER_MINUTES.length - 1);
  const minutes = RETRY_AFTER_MINUTES[place] ?? 0;
  return {
    ...edit(state, entryId, (entry) => ({ ...entry, stage: 'failed' })),
    failures: state.failures + 1,
    retryAt: instantOf(new Date(now.getTime() + minutes * MS_PER_MINUTE)),
  };
}

/**
 * True when enough time has passed since the server could not be told. A wait longer than any that
 * is ever set comes of a clock that was set back.
 */
export function isDue({ retryAt }: OutboxState, now: Date): boolean {
  if (retryAt === null) return true;
  const wait = Date.parse(retryAt) - now.getTime();
  return wait <= 0 || wait > Math.max(...RETRY_AFTER_MINUTES) * MS_PER_MINUTE;
}

/** Somebody's own entries, as a page may see them. */
export function listOf(state: OutboxState, author: Author): OutboxEntry[] {
  return state.entries
    .filter((entry) => isSameAuthor(entry.author, author))
    .map(({ entryId, what, held, heldAt, stage }) => ({
      entryId,
      what,
      insertionId: 'insertionId' in held ? held.insertionId : null,
      alertId: 'alertId' in held ? held.alertId : null,
      since: heldAt,
      // What is behind something that could not be told waits as well.
      is: stage === 'answered' && state.retryAt !== null ? 'waiting' : IS[stage],
      because: null,
    }));
}

const IS = { held: 'held', answered: 'sending', sent: 'sending', failed: 'waiting' } as const;

function edit(
  state: OutboxState,
  entryId: string | null,
  change: (entry: Entry) => Entry,
): OutboxState {
  const entries = state.entries.map((entry) => (entry.entryId === entryId ? change(entry) : entry));
  return { ...state, entries };
}
