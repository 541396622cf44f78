import type { MeasureTrend } from '../../contracts/measure-line.ts';
import type { PhraseTemplate } from '../../contracts/phrase-template.ts';
import type { NoteSection } from '../../contracts/reading.ts';
import type { UpdateRequest } from '../../contracts/update.ts';
import { toldLines } from '../content/line-order.ts';
import { isOwnLine } from '../content/line-priority.ts';
import { nameOf, type Teller } from '../content/teller.ts';
import { violations } from '../forbidden/forbidden.ts';
import type { Piece } from '../piece.ts';
import { type PhraseSentence, parsePhrase } from './parse.ts';
import { LINE_SLOTS, WHOLE_SLOTS } from './slots.ts';

/** A practice's sentences as they stand in one text. */
export interface OwnPhrase {
  readonly section: NoteSection;
  readonly text: string;
  /** The measure that it is about; null when it stands for the whole text. */
  readonly about: string | null;
}

/**
 * The practice's phrases for a request, filled in. A sentence with a slot that has no value is left
 * out rather than printed with a gap, and so is one that says with its values what no Update says. A
 * letter has none: a phrase written for a note may not be fit for a client. One for each measure stands
 * for published ones, unless it names an own rating or a total that was brought along: `"Mood"`.
 */
export function ownPhrases(
  phrases: readonly PhraseTemplate[],
  { shape, language, audience, length }: UpdateRequest,
  teller: Teller,
): OwnPhrase[] {
  if (audience === 'clientLetter' || length === 'line') return [];
  return phrases
    .filter((phrase) => phrase.language === language && phrase.shapes.includes(shape))
    .flatMap((phrase) => {
      const checked = parsePhrase(phrase.text);
      if (!checked.ok) return [];
      const { section, per } = phrase;
      const lines = per === 'update' ? [null] : linesOf(phrase.text, teller);
      return lines.flatMap((line) => {
        const text = filled(checked.value, line, teller);
        return text === '' ? [] : [{ section, text, about: line?.measureId ?? null }];
      });
    });
}

/** The practice's sentences of which the text tells the score that they are about. */
export function besideScores(
  own: readonly OwnPhrase[],
  told: readonly Pick<Piece, 'tells'>[],
): OwnPhrase[] {
  return own.filter(({ about }) => about === null || told.some(({ tells }) => tells === about));
}

/** Published measures; the practice's own lines where the phrase names them, as the text quotes them. */
function linesOf(phrase: string, { brief }: Teller): MeasureTrend[] {
  const lines = toldLines(brief)
    .filter(({ atMost }) => atMost === null)
    .map(({ line }) => line);
  const named = lines.filter((line) => isOwnLine(line) && phrase.includes(nameOf(line)));
  return named.length > 0 ? named : lines.filter((line) => !isOwnLine(line));
}

function filled(
  sentences: readonly PhraseSentence[],
  line: MeasureTrend | null,
  teller: Teller,
): string {
  return sentences
    .flatMap((sentence) => {
      const text = sentenceWith(sentence, line, teller);
      return text === null || violations(text, teller.language.code).length > 0 ? [] : [text];
    })
    .join(' ');
}

function sentenceWith(
  sentence: PhraseSentence,
  line: MeasureTrend | null,
  teller: Teller,
): string | null {
  const values = sentence.map((part) =>
    part.kind === 'words' ? part.text : valueOf(part.name, line, teller),
  );
  return values.includes(null) ? null : values.join('');
}

function valueOf(name: string, line: MeasureTrend | null, teller: Teller): string | null {
  if (line !== null && Object.hasOwn(LINE_SLOTS, name)) {
    return LINE_SLOTS[name]?.(line, teller) ?? null;
  }
  return Object.hasOwn(WHOLE_SLOTS, name) ? (WHOLE_SLOTS[name]?.(teller) ?? null) : null;
}
