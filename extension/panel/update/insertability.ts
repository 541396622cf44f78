import type { PageReading } from '#shared/contracts/reading.ts';
import type { UpdateAudience } from '#shared/contracts/update.ts';
import type { RepeatBlock } from '../note/repeat.ts';
import type { Freshness } from '../state/freshness.ts';
import type { ClientScreen } from '../state/screen.ts';
import { writableFields } from './targets.ts';

/** Why the Update can only be copied. */
export type InsertBlock =
  | 'forSupervisor'
  | 'forClient'
  | 'notConnected'
  | 'switchedOff'
  | 'noNote'
  | 'locked'
  | 'signed'
  | 'unknownPage'
  | 'psychotherapyOnly'
  | 'unsupportedEditor'
  | 'noField'
  | RepeatBlock;

/** What is said instead of an Insert button. */
export const INSERT_BLOCK_WORDS: Readonly<Record<InsertBlock, string>> = {
  forSupervisor:
    'A text for a supervisor is no part of the note, so it is never inserted. It leaves the client’s names out. Copy it.',
  forClient: 'A letter to the client is no part of the note, so it is never inserted. Copy it.',
  notConnected:
    'Inserting waits until the server has confirmed who this is. Copy still works for this text.',
  switchedOff:
    'Your practice has switched writing into this EHR off for now, or could not be asked. Copy still works.',
  noNote: 'No note is open on this page. Open one to insert, or copy.',
  locked: 'This note is locked. Nothing is inserted into a locked note; copy instead.',
  signed: 'This note is signed. Nothing is inserted into a signed note; copy instead.',
  unknownPage:
    'Throughline does not know this version of the page well enough to write into it. Copy only.',
  psychotherapyOnly:
    'Only a psychotherapy note is open. It is a separate record, and nothing is inserted into it.',
  unsupportedEditor: 'This note’s editor is not one that Throughline can check. Copy only.',
  noField: 'No text field was found in this note. Copy instead.',
  alreadyInNote:
    'This note holds an Update of this session already, so no second one is inserted. Refresh it above, or copy.',
  lookingUp:
    'A text of Throughline stands in this note. Looking up which one it is; Copy works meanwhile.',
  notLookedUp:
    'A text of Throughline stands in this note, and your practice’s register could not be asked which one. Inserting waits until it is known; it is asked again by itself. Copy still works.',
};

const BLOCKED_READERS: Readonly<Record<UpdateAudience, InsertBlock | null>> = {
  chart: null,
  supervisor: 'forSupervisor',
  clientLetter: 'forClient',
};

/**
 * Why a text for this reader can't be inserted on this page now; null when it can. Only a chart's text
 * ever is, whatever note is open.
 */
export function insertBlockOf(
  audience: UpdateAudience,
  { reading, freshness, mayWrite }: Pick<ClientScreen, 'reading' | 'freshness' | 'mayWrite'>,
): InsertBlock | null {
  const block = BLOCKED_READERS[audience] ?? (mayWrite ? null : 'switchedOff');
  return block ?? pageBlockOf(reading, freshness);
}

function pageBlockOf(reading: PageReading, freshness: Freshness): InsertBlock | null {
  const { kind, note, fields } = reading;
  if (note?.state === 'signed') return 'signed';
  if (note?.state === 'locked' || kind === 'lockedNote') return 'locked';
  if (kind === 'unknown' || note?.state === 'unknown') return 'unknownPage';
  if (kind !== 'note' || note === null) return 'noNote';
  if (writableFields(reading).length > 0) return freshness.is === 'cached' ? 'notConnected' : null;
  const others = fields.filter(({ psychotherapy }) => !psychotherapy);
  if (others.length > 0) return 'unsupportedEditor';
  return fields.length > 0 ? 'psychotherapyOnly' : 'noField';
}
