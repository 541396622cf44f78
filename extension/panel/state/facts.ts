import type { AdapterMode } from '#shared/contracts/fleet.ts';
import type { BriefQuery, WhoAmI } from '#shared/contracts/procedures.ts';
import type { PageReading, Subject } from '#shared/contracts/reading.ts';
import { readingKey } from '#shared/contracts/reading.ts';
import type { AllSettings } from '../../messages/settings.ts';
import type { BriefState, ServerSettings, Unavailable } from '../../messages/worker.ts';

/** How the panel stands with its page. */
export type PageLink = 'connecting' | 'connected' | 'lost' | 'fights';

/** Who is signed in, as far as it is known. */
export type Person =
  | { readonly status: 'asking' }
  | { readonly status: 'known'; readonly who: WhoAmI }
  | { readonly status: 'unavailable'; readonly because: Unavailable };

/** An answer about a client, with the reading it was asked for. */
export interface Answer {
  /** {@link answerKey} of the reading: it is shown beside no other. */
  readonly key: string;
  readonly state: BriefState;
}

/** All that the panel knows. What is drawn follows from it and from nothing else. */
export interface PanelFacts {
  readonly link: PageLink;
  /** The newest reading; null before the first. */
  readonly reading: PageReading | null;
  readonly answer: Answer | null;
  readonly person: Person;
  /** Null until the worker said it. */
  readonly settings: ServerSettings | null;
  /** What the practice, or the person, has set; null until the worker said it. */
  readonly practice: AllSettings | null;
  /** What the practice allows here; null until the worker said it. */
  readonly adapterMode: AdapterMode | null;
  readonly now: Date;
}

/** Of the three: record id, name and birth date. */
export const IDENTIFIERS_NEEDED = 2;

/** How many identifiers a page shows of somebody. */
export function identifierCount({ recordId, name, birthDate }: Subject): number {
  return [recordId, name, birthDate].filter((identifier) => identifier !== null).length;
}

/** The question to ask about a settled page that is about exactly one person. */
export function queryOf(reading: PageReading | null): BriefQuery | null {
  if (reading === null || !reading.settled) return null;
  const [subject, ...others] = reading.subjects;
  if (subject === undefined || others.length > 0) return null;
  if (reading.identity.verdict !== 'certain') return null;
  return identifierCount(subject) < IDENTIFIERS_NEEDED ? null : { ehr: reading.ehr, subject };
}

/** Ties an answer to who and where the page is; typing in a note does not change it. */
export const answerKey: (reading: PageReading) => string = readingKey;

/**
 * True when the page has surely turned to something else since an earlier, settled reading of it:
 * it navigated, its script is gone, or it settled as another appointment or person. A page that is
 * only drawing itself anew, or whose note was locked meanwhile, is still the page it was.
 */
export function hasLeft(before: PageReading, now: PageReading | null): boolean {
  if (now === null || now.navigation !== before.navigation) return true;
  return now.settled && whoAndWhere(now) !== whoAndWhere(before);
}

function whoAndWhere({ ehr, subjects, appointment }: PageReading): string {
  return JSON.stringify([ehr, subjects, appointment]);
}
