// By this name, because the extension puts another module in its place: see README.
import { LANGUAGES } from '#shared/update/language/languages.ts';
import type { Brief } from '../contracts/brief.ts';
import type { PhraseTemplate } from '../contracts/phrase-template.ts';
import type { ClinicalUpdate, UpdateRequest, UpdateSection } from '../contracts/update.ts';
import { anonymous } from './content/anonymous.ts';
import { assessmentLine } from './content/assessment-line.ts';
import { chartPieces, supervisorPieces } from './content/chart.ts';
import { letterPieces } from './content/letter.ts';
import type { Teller } from './content/teller.ts';
import type { Language } from './language/language.ts';
import { besideScores, type OwnPhrase, ownPhrases } from './phrases/own-phrases.ts';
import { byImportance, type Piece, withScores, wordCount } from './piece.ts';
import { SHAPES, type ShapeSection } from './shapes.ts';
import { trim } from './trim.ts';

/** Longest Update of standard length in words, unless what may never be left out is longer. */
export const MAX_WORDS = 150;

/**
 * Writes the Clinical Update from a brief: plain sentences in the past tense, every number taken
 * from the brief, ending with where and when it comes from. The same brief, request and phrases give
 * the same text. It names ranges and answers, never a diagnosis, a cause, a recommendation or the
 * absence of risk. `phrases` are the practice's own, checked when they were saved.
 *
 * Throws when the brief is not that of the session that is asked for: it would date the text wrongly.
 */
export function compose(
  brief: Brief,
  request: UpdateRequest,
  phrases: readonly PhraseTemplate[] = [],
): ClinicalUpdate {
  if (brief.sessionOn !== request.sessionOn) {
    throw new TypeError('the brief is not as of the session that the text is for');
  }
  const told = request.audience === 'supervisor' ? anonymous(brief) : brief;
  const teller = { brief: told, language: LANGUAGES[request.language] };
  const own = ownPhrases(phrases, request, teller);
  const provenance = provenanceLine(teller);
  const sections = sectionsOf(toldPieces(teller, request), { request, own, provenance, teller });
  const text = sections
    .map(({ heading, text: part }) => (heading === '' ? part : `${heading}: ${part}`))
    .join('\n');
  const { shape, audience, length, language } = request;
  const words = wordCount(text);
  return { shape, audience, length, language, asOf: brief.asOf, sections, text, words };
}

function toldPieces(
  teller: Teller,
  { audience, shape, assessmentLine: asked }: UpdateRequest,
): Piece[] {
  if (audience === 'clientLetter') return letterPieces(teller);
  const pieces = audience === 'chart' ? chartPieces : supervisorPieces;
  return [...pieces(teller, shape), ...(asked ? assessmentLine(teller) : [])];
}

interface Arrangement {
  readonly request: UpdateRequest;
  readonly own: readonly OwnPhrase[];
  readonly provenance: string;
  readonly teller: Teller;
}

function sectionsOf(pieces: readonly Piece[], arrangement: Arrangement): UpdateSection[] {
  const { request, own, provenance, teller } = arrangement;
  const parts = SHAPES[request.shape];
  const kept = chosen(pieces, arrangement);
  const phrases = besideScores(own, kept);
  return parts.map(({ section, roles }, place) => {
    const ours = kept.filter(({ role }) => roles.includes(role));
    const said = [
      ...sentences(ours, request),
      ...phrases.filter((phrase) => phrase.section === section).map(({ text }) => text),
    ];
    const isLast = place === parts.length - 1;
    const body = said.length > 0 || isLast ? said : [nothingElse(roles, teller.language)];
    const text = [...body, ...(isLast ? [provenance] : [])].join(' ');
    return { section, heading: teller.language.headings[section], text };
  });
}

/** What of all sentences the length leaves room for. */
function chosen(
  pieces: readonly Piece[],
  { request, own, provenance }: Arrangement,
): readonly Piece[] {
  if (request.length === 'full') return pieces;
  const parts: readonly ShapeSection[] = SHAPES[request.shape];
  if (request.length === 'line') {
    const told = withScores(
      parts.flatMap(({ roles }) => lineOf(pieces, roles)),
      pieces,
    );
    return pieces.filter((candidate) => told.includes(candidate));
  }
  const headings = parts.length === 1 ? 0 : parts.length;
  const taken = wordCount([provenance, ...own.map(({ text }) => text)].join(' ')) + headings;
  return trim(
    pieces,
    MAX_WORDS - taken,
    parts.map(({ roles }) => roles),
  );
}

/** What no text leaves out, or the most important sentence of the part when there is none of that. */
function lineOf(pieces: readonly Piece[], roles: ShapeSection['roles']): readonly Piece[] {
  const ours = pieces.filter(({ role, priority }) => roles.includes(role) && priority !== 'full');
  const vital = ours.filter(({ priority }) => priority === 'vital');
  if (vital.length > 0) return vital;
  return ours.toSorted(byImportance).slice(0, 1);
}

/** Sentences with their periods; a note of one line is one sentence, a letter keeps its own. */
function sentences(pieces: readonly Piece[], { length, audience }: UpdateRequest): string[] {
  const texts = pieces.map(({ text }) => text);
  if (length !== 'line' || audience === 'clientLetter') return texts.map((text) => `${text}.`);
  return texts.length === 0 ? [] : [`${texts.join('; ')}.`];
}

/** A field is never left empty: an empty one would read as if nothing had been looked at. */
function nothingElse(roles: ShapeSection['roles'], { closing }: Language): string {
  if (roles.includes('finding')) return `${closing.nothingElse.finding}.`;
  return `${roles.includes('done') ? closing.nothingElse.done : closing.nothingElse.appraisal}.`;
}

/** `Throughline, as of 20 Nov 2026, 6:58 pm.`, in the practice's time zone. */
function provenanceLine({ brief, language }: Teller): string {
  return `${language.closing.provenance(language.days.moment(brief.asOf, brief.timeZone))}.`;
}
