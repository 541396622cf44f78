import type { FleetCare, WantedMode } from '#backend/care/fleet/fleet-care.ts';
import { MAX_REASON_LENGTH } from '#backend/care/fleet/fleet-care.ts';
import type { AdapterMode, BrowserName } from '#shared/contracts/fleet.ts';
import type { InsertOutcome } from '#shared/contracts/insertion.ts';
import type { PageKind } from '#shared/contracts/reading.ts';

/** Why a switch stays as it is. */
export type SwitchRefusal = Extract<
  Awaited<ReturnType<FleetCare['switchAdapter']>>,
  { ok: false }
>['refusal'];

/** What each mode means, in the words of the choice. */
export const MODE_WORDS: Readonly<Record<WantedMode['mode'], string>> = {
  on: 'On: it shows and inserts',
  readOnly: 'Read only: it shows; notes are written by Copy alone',
  off: 'Off: it shows nothing and says that the practice switched it off',
};

/** The same, for a tag. */
export const MODE_TAGS: Readonly<Record<AdapterMode, string>> = {
  on: 'On',
  readOnly: 'Read only',
  off: 'Off',
};

/** Browsers by the names that people know. */
export const BROWSER_WORDS: Readonly<Record<BrowserName, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  other: 'Another browser',
};

/** Kinds of pages, as a label. */
export const PAGE_WORDS: Readonly<Record<PageKind, string>> = {
  signedOut: 'Signed out',
  calendar: 'Calendar',
  clientList: 'List of clients',
  client: 'Chart',
  note: 'Note',
  lockedNote: 'Locked note',
  other: 'Another known page',
  unknown: 'Not recognised',
};

/** What came of an insertion, as a label. */
export const INSERTION_WORDS: Readonly<Record<InsertOutcome['status'], string>> = {
  exact: 'Exactly as approved',
  changed: 'Changed by the page',
  notInserted: 'Not inserted',
  unconfirmed: 'Could not be confirmed',
};

/** Why nothing was switched. */
export const REFUSAL_WORDS: Readonly<Record<Extract<SwitchRefusal, 'noReason'>, string>> = {
  noReason: `Say why, in 1 to ${MAX_REASON_LENGTH} characters. Nothing was switched.`,
};

/** `1 browser`, `12 browsers`. */
export function browsersInWords(browsers: number): string {
  return browsers === 1 ? '1 browser' : `${browsers.toLocaleString('en-US')} browsers`;
}

/** `once`, `twice`, `1,200 times`. */
export function timesInWords(times: number): string {
  if (times === 2) return 'twice';
  return times === 1 ? 'once' : `${times.toLocaleString('en-US')} times`;
}
