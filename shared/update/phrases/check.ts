import {
  MAX_PHRASE_TEXT,
  type PhraseFault,
  type PhraseTemplate,
} from '../../contracts/phrase-template.ts';
import { type Result, refuse } from '../../contracts/result.ts';
import { markupIn, violations, withoutNames } from '../forbidden/forbidden.ts';
import { SHAPES } from '../shapes.ts';
import { numberWordIn } from './number-words.ts';
import { type PhraseSentence, parsePhrase } from './parse.ts';
import { LINE_SLOTS, WHOLE_SLOTS } from './slots.ts';

/** What stands for a slot while the words around it are looked at. */
const STAND_IN = 'value';

/**
 * Checks a phrase before it is saved: the parsed sentences, or the first reason against it. The
 * words are held against everything that no Update says, with and without what stands in quotation
 * marks, because here they are the practice's own.
 */
export function checkPhrase(
  template: Omit<PhraseTemplate, 'id'>,
): Result<readonly PhraseSentence[], PhraseFault> {
  const { text, per, language, shapes, section } = template;
  if (text.trim() === '') return refuse({ reason: 'empty' });
  if (text.length > MAX_PHRASE_TEXT) return refuse({ reason: 'tooLong', most: MAX_PHRASE_TEXT });
  const shape = shapes.find((one) => !SHAPES[one].some((part) => part.section === section));
  if (shape !== undefined) return refuse({ reason: 'sectionNotInShape', shape });
  const parsed = parsePhrase(text);
  if (!parsed.ok) return parsed;
  const slot = unknownSlot(parsed.value, per);
  if (slot !== null) return refuse({ reason: 'unknownSlot', slot });
  const words = wordsOf(parsed.value, STAND_IN);
  // A slot between two words must not hide what they say together: `no {openAlerts} alerts`.
  const closed = wordsOf(parsed.value, '').replaceAll(/ {2,}/g, ' ');
  const [markup] = markupIn(text.replaceAll(/\{[^{}]*\}/g, STAND_IN));
  if (markup !== undefined) return refuse({ reason: 'markup', because: markup });
  const [because] = [words, closed].flatMap((said) =>
    violations(said.replaceAll('"', ' '), language),
  );
  if (because !== undefined) return refuse({ reason: 'forbidden', because });
  const bare = withoutNames(words);
  const number = /\p{N}+/u.exec(bare)?.[0] ?? numberWordIn(bare, language);
  return number === null ? parsed : refuse({ reason: 'number', number });
}

function unknownSlot(
  sentences: readonly PhraseSentence[],
  per: PhraseTemplate['per'],
): string | null {
  const isKnown = (name: string) =>
    Object.hasOwn(WHOLE_SLOTS, name) || (per === 'measure' && Object.hasOwn(LINE_SLOTS, name));
  const slots = sentences.flat().flatMap((part) => (part.kind === 'slot' ? [part.name] : []));
  return slots.find((name) => !isKnown(name)) ?? null;
}

/** The practice's words, with `filling` in the place of each slot. */
function wordsOf(sentences: readonly PhraseSentence[], filling: string): string {
  return sentences
    .map((sentence) =>
      sentence.map((part) => (part.kind === 'words' ? part.text : filling)).join(''),
    )
    .join(' ');
}
