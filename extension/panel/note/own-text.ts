import type { InsertionId } from '#shared/contracts/ids.ts';
import type { EarlierInsertion } from '#shared/contracts/overlay-procedures.ts';
import type { OwnMark, PageReading } from '#shared/contracts/reading.ts';
import type { Done, Insertion } from '../update/insertion.ts';
import type { EarlierTexts } from './earlier-texts.ts';

/** What is known of a text that may stand in a note. */
export type KnownText = Pick<
  EarlierInsertion,
  | 'insertionId'
  | 'appointmentId'
  | 'appointmentOn'
  | 'request'
  | 'briefAsOf'
  | 'lastLookedAt'
  | 'parts'
>;

/**
 * A text of ours in the note on screen. `here`: not known to be of another session. `copiedAlong`: of
 * another one, so it came with an earlier note. `unknown`: nothing of this client's says whose it is.
 */
export type OwnBlock =
  | { readonly is: 'here' | 'copiedAlong'; readonly mark: OwnMark; readonly text: KnownText }
  | { readonly is: 'unknown'; readonly mark: OwnMark };

/** The texts of ours in the note, or that it is not known yet which they are. */
export type OwnText =
  | { readonly is: 'none' }
  | { readonly is: 'lookingUp' }
  | { readonly is: 'notLookedUp' }
  | { readonly is: 'recognised'; readonly blocks: readonly OwnBlock[] };

/**
 * Which texts stand in the note on screen. What was inserted just now is known before the register
 * tells of it; `earlier` counts only when it was asked for this client and these marks.
 */
export function ownTextIn(
  reading: PageReading,
  earlier: EarlierTexts,
  insertion: Insertion,
): OwnText {
  const { ownMarks } = reading;
  if (ownMarks.length === 0) return { is: 'none' };
  const justNow = insertedJustNow(insertion);
  const takenBack = takenBackJustNow(insertion);
  const known = earlier.is === 'known' ? earlier.texts : [];
  const told = known.filter(({ insertionId }) => insertionId !== takenBack);
  const blocks = ownMarks.map((mark) => blockOf(mark, reading, [...justNow, ...told]));
  const isToldNeeded = blocks.some(({ is }) => is !== 'here');
  if (earlier.is === 'known' || !isToldNeeded) return { is: 'recognised', blocks };
  return { is: earlier.is === 'failed' ? 'notLookedUp' : 'lookingUp' };
}

/** True for a text whose closing line is the one of a mark. */
export function endsWithMark(text: string, { line }: Pick<OwnMark, 'line'>): boolean {
  return bare(text).endsWith(bare(line));
}

/** The insertion that a block surely is; null for one that nobody knows. */
export function insertionIdOfBlock(block: OwnBlock): InsertionId | null {
  return block.is === 'unknown' ? null : block.text.insertionId;
}

function blockOf(mark: OwnMark, reading: PageReading, known: readonly KnownText[]): OwnBlock {
  const fitting = known.filter(({ parts }) => parts.some(({ text }) => endsWithMark(text, mark)));
  // Two texts of one minute end alike: the one of this session is meant where there is one.
  const here = fitting.find((text) => !isOfAnotherSession(text, reading));
  if (here !== undefined) return { is: 'here', mark, text: here };
  const [newest] = fitting;
  return newest === undefined ? { is: 'unknown', mark } : { is: 'copiedAlong', mark, text: newest };
}

/** Only where both name one: by its id, or by its day where notes have none. */
function isOfAnotherSession(
  { appointmentId, appointmentOn }: KnownText,
  { appointment }: PageReading,
): boolean {
  const id = appointment?.id ?? null;
  if (appointmentId !== null && id !== null) return appointmentId !== id;
  const on = appointment?.date ?? null;
  return appointmentOn !== null && on !== null && appointmentOn !== on;
}

function insertedJustNow(insertion: Insertion): KnownText[] {
  if (insertion.phase !== 'done' || insertion.record.outcome.status === 'notInserted') return [];
  return isTakenBack(insertion) ? [] : [withDay(insertion.record)];
}

/** An undo is known before the register tells no more of what was undone. */
function takenBackJustNow(insertion: Insertion): InsertionId | null {
  return insertion.phase === 'done' && isTakenBack(insertion) ? insertion.record.insertionId : null;
}

function isTakenBack({ undo }: Done): boolean {
  return undo.phase === 'done' && undo.outcome.status === 'restored';
}

function withDay({ appointmentOn = null, lastLookedAt = null, ...record }: Done['record']) {
  return { ...record, appointmentOn, lastLookedAt };
}

/** Editors keep hard spaces and break lines as they like. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\u{200B}\u{FEFF}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
}
