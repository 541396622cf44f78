import { dateInZone } from '#shared/contracts/calendar.ts';
import type { NoteField } from '#shared/contracts/reading.ts';
import type { ClinicalUpdate, UpdateRequest } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import type { ClientScreen } from '../state/screen.ts';
import type { InsertRequest } from '../update/plan.ts';
import { noteDay } from '../update/request.ts';
import { briefOf, composedAt } from '../update/same-text.ts';
import { type TargetPart, writableFields } from '../update/targets.ts';
import { endsWithMark, type KnownText, type OwnBlock } from './own-text.ts';

/** A block of ours of which it is known what it says. */
export type KnownBlock = Exclude<OwnBlock, { is: 'unknown' }>;

/**
 * What a refresh would do. `nothingNewer`: the same request still gives the same text. `partsDiffer`:
 * the fields that it stood in are not all there, or not surely the ones.
 */
export type Refresh =
  | { readonly is: 'possible'; readonly request: InsertRequest }
  | { readonly is: 'nothingNewer' | 'partsDiffer' };

/**
 * The text that the same request gives now, counting as new what was new in the former one: whatever that
 * told is told again. It stands in the place of the one that stands in the note. A text
 * that was copied along stays on record as what stands in its own note: it is replaced here alone, by one
 * as of this note's session, or as of now where its day is not known.
 */
export function refreshOf(screen: ClientScreen, block: KnownBlock): Refresh {
  const { text: former } = block;
  const { briefAsOf, lastLookedAt } = former;
  const isHere = block.is === 'here';
  const request = isHere ? former.request : { ...former.request, sessionOn: dayOf(screen) };
  const facts = { ...screen.facts, lastLookedAt };
  const brief = briefOf(request, facts);
  const source = { request, brief, phrases: facts.phrases };
  const unchanged = partTexts(former, composedAt(source, briefAsOf));
  const stood = former.parts.map(({ text }) => text);
  if (isHere && unchanged !== null && unchanged.every((text, place) => text === stood[place])) {
    return { is: 'nothingNewer' };
  }
  const update = compose(brief, request, facts.phrases);
  const parts = replacements(block, update, writableFields(screen.reading));
  const replaces = isHere ? former.insertionId : null;
  if (parts === null) return { is: 'partsDiffer' };
  // Of the same minute: there would be nothing to ask of the page.
  if (parts.every(({ text, replaces: stands }) => text === stands)) return { is: 'nothingNewer' };
  return {
    is: 'possible',
    request: { screen, request, update, lastLookedAt, parts, replaces },
  };
}

function dayOf({ reading, facts: { asOf, timeZone } }: ClientScreen): UpdateRequest['sessionOn'] {
  return noteDay(reading, dateInZone(asOf, timeZone));
}

/** The sentences of a text that a later one has no more. */
export function sentencesGone(before: string, after: string): string[] {
  const kept = new Set(sentencesOf(after));
  return sentencesOf(before).filter((sentence) => !kept.has(sentence));
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+|\n+/).filter((sentence) => sentence !== '');
}

function replacements(
  block: KnownBlock,
  update: ClinicalUpdate,
  fields: readonly NoteField[],
): TargetPart[] | null {
  const texts = partTexts(block.text, update);
  if (texts === null) return null;
  const parts = block.text.parts.flatMap((part, place) => {
    const field = fieldOf(part, block, fields);
    const text = texts[place];
    return field === null || text === undefined ? [] : [{ field, text, replaces: part.text }];
  });
  const isWhole = parts.length === block.text.parts.length;
  const isApart = new Set(parts.map(({ field }) => field.key)).size === parts.length;
  return isWhole && isApart ? parts : null;
}

/** An Update in the parts that another one of the same request was inserted in; null if it has others. */
function partTexts({ parts }: KnownText, update: ClinicalUpdate): string[] | null {
  if (parts.length === 1) return [update.text];
  const texts = parts.flatMap(({ section }) =>
    update.sections.filter((own) => own.section === section).map(({ text }) => text),
  );
  return texts.length === parts.length ? texts : null;
}

/** The field with the mark; for another part the only field of its label and section. */
function fieldOf(
  { label, section, text }: KnownText['parts'][number],
  { mark }: KnownBlock,
  fields: readonly NoteField[],
): NoteField | null {
  const fitting = endsWithMark(text, mark)
    ? fields.filter(({ key }) => key === mark.fieldKey)
    : fields.filter((field) => field.label === label && field.section === section);
  const [field, ...others] = fitting;
  return field === undefined || others.length > 0 ? null : field;
}
