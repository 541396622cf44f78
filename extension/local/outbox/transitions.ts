import { instantOf } from '#shared/contracts/calendar.ts';
import type { InsertOutcome, UndoOutcome } from '#shared/contracts/insertion.ts';
import type { OutboxEntry } from '../../messages/worker.ts';
import {
  type Author,
  type Entry,
  type EntryKey,
  isSameAuthor,
  isSameKey,
  keyOf,
  type OutboxState,
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

/** The page did not say what became of it: nothing may be claimed. */
const UNCONFIRMED: InsertOutcome = { status: 'unconfirmed', reason: 'pageUnreachable' };
const NOT_CONFIRMED_UNDONE: UndoOutcome = { status: 'unconfirmed', reason: 'pageUnreachable' };

/** What the page said, with what it is about. */
export type PageWord =
  | { readonly key: EntryKey & { readonly what: 'insertion' }; readonly outcome: InsertOutcome }
  | { readonly key: EntryKey & { readonly what: 'undo' }; readonly outcome: UndoOutcome };

/** Keeps an entry before the page is asked. One that is known already stays as it is. */
export function hold(state: OutboxState, entry: Entry): OutboxState {
  return isKnown(state, keyOf(entry)) ? state : { ...state, entries: [...state.entries, entry] };
}

/** True when an entry is kept, refused, or settled not long ago. */
export function isKnown(state: OutboxState, key: EntryKey): boolean {
  return (
    entryOf(state, key) !== undefined ||
    state.refused.some((refused) => isSameKey(refused.key, key)) ||
    state.settled.some((settled) => isSameKey(settled, key))
  );
}

/** Who did what is kept; null of what is settled, or not known. */
export function authorOf(state: OutboxState, key: EntryKey): Author | null {
  const refused = state.refused.find((one) => isSameKey(one.key, key));
  return (entryOf(state, key) ?? refused)?.author ?? null;
}

/** Drops an entry about which the page was never asked. */
export function release(state: OutboxState, key: EntryKey): OutboxState {
  return entryOf(state, key)?.stage === 'held' ? without(state, key) : state;
}

/** Takes the page's word. Once there is one, or the server may know another, it stays. */
export function answer(state: OutboxState, word: PageWord): OutboxState {
  return edit(state, word.key, (entry) => {
    if (entry.stage !== 'held') return entry;
    // The key says which kind of outcome it is.
    return { ...entry, outcome: word.outcome, stage: 'answered' } as Entry;
  });
}

/** Says of entries that nobody will speak about any more that nobody knows. */
export function giveUp(state: OutboxState, isLost: (entry: Entry) => boolean): OutboxState {
  if (!state.entries.some((entry) => entry.stage === 'held' && isLost(entry))) return state;
  const entries = state.entries.map((entry): Entry => {
    if (entry.stage !== 'held' || !isLost(entry)) return entry;
    return entry.what === 'insertion'
      ? { ...entry, outcome: UNCONFIRMED, stage: 'answered' }
      : { ...entry, outcome: NOT_CONFIRMED_UNDONE, stage: 'answered' };
  });
  return { ...state, entries };
}

/** True when the page of a held entry has had its time; also when the clock was set far back. */
export function isOverdue({ heldAt }: Entry, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(heldAt)) >= PAGE_HAS_SECONDS * 1000;
}

/** The oldest entry of somebody that has an outcome: an undo means nothing before its insertion. */
export function nextOf(state: OutboxState, author: Author): Entry | null {
  return (
    state.entries.find((entry) => entry.stage !== 'held' && isSameAuthor(entry.author, author)) ??
    null
  );
}

/** From here on the server may have it. */
export function sent(state: OutboxState, key: EntryKey): OutboxState {
  return edit(state, key, (entry) =>
    entry.stage === 'answered' ? { ...entry, stage: 'sent' } : entry,
  );
}

/** The server has it. */
export function recorded(state: OutboxState, key: EntryKey): OutboxState {
  return { ...settle(state, key), failures: 0, retryAt: null };
}

/** The server will never have it. */
export function refuse(state: OutboxState, key: EntryKey): OutboxState {
  const entry = entryOf(state, key);
  if (entry === undefined) return state;
  const { author } = entry;
  return { ...settle(state, key), refused: [...state.refused, { key, author }] };
}

/** The server could not be told. */
export function fail(state: OutboxState, key: EntryKey, now: Date): OutboxState {
  const place = Math.min(state.failures, RETRY_AFTER_MINUTES.length - 1);
  const minutes = RETRY_AFTER_MINUTES[place] ?? 0;
  return {
    ...edit(state, key, (entry) => ({ ...entry, stage: 'failed' })),
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

/** Somebody has read that entries of theirs were refused. */
export function forgetRefused(state: OutboxState, author: Author): OutboxState {
  const refused = state.refused.filter((one) => !isSameAuthor(one.author, author));
  return { ...state, refused };
}

/** Somebody's own entries, as a page may see them. */
export function listOf(state: OutboxState, author: Author): OutboxEntry[] {
  const waiting = state.entries
    .filter((entry) => isSameAuthor(entry.author, author))
    .map((entry): OutboxEntry => ({ ...keyOf(entry), is: IS[entry.stage] }));
  const refused = state.refused
    .filter((one) => isSameAuthor(one.author, author))
    .map(({ key }): OutboxEntry => ({ ...key, is: 'refused' }));
  return [...waiting, ...refused];
}

const IS = { held: 'held', answered: 'sending', sent: 'sending', failed: 'waiting' } as const;

function settle(state: OutboxState, key: EntryKey): OutboxState {
  const settled = [...state.settled, key].slice(-SETTLED_REMEMBERED);
  return { ...without(state, key), settled };
}

function without(state: OutboxState, key: EntryKey): OutboxState {
  return { ...state, entries: state.entries.filter((entry) => !isSameKey(keyOf(entry), key)) };
}

function edit(state: OutboxState, key: EntryKey, change: (entry: Entry) => Entry): OutboxState {
  const entries = state.entries.map((entry) =>
    isSameKey(keyOf(entry), key) ? change(entry) : entry,
  );
  return { ...state, entries };
}

function entryOf(state: OutboxState, key: EntryKey): Entry | undefined {
  return state.entries.find((entry) => isSameKey(keyOf(entry), key));
}
