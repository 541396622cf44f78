import { UpdateLanguage } from '../../contracts/update.ts';
import { markupIn, violations, withoutNames } from '../forbidden/forbidden.ts';
import { numberWordIn } from './number-words.ts';

/** Why a sentence of the practice's own may stand in no note, whatever the note's language. */
export type SentenceFault =
  | { readonly reason: 'forbidden'; readonly because: string }
  | { readonly reason: 'markup'; readonly because: string }
  | { readonly reason: 'number'; readonly number: string };

/**
 * Checks a fixed sentence before it is saved; null when it may stand in a note. What is written in
 * quotation marks is looked at like the rest, because here it is the practice's own.
 */
export function sentenceFault(sentence: string): SentenceFault | null {
  const [markup] = markupIn(sentence);
  if (markup !== undefined) return { reason: 'markup', because: markup };
  const said = sentence.replaceAll('"', ' ');
  const [because] = UpdateLanguage.options.flatMap((language) => violations(said, language));
  if (because !== undefined) return { reason: 'forbidden', because };
  const bare = withoutNames(said);
  // Numbers in words are looked for in English, the console's language: "once" is a Spanish eleven.
  const number = /\p{N}+/u.exec(bare)?.[0] ?? numberWordIn(bare, 'en');
  return number === null ? null : { reason: 'number', number };
}
