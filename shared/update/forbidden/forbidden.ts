import type { UpdateLanguage } from '../../contracts/update.ts';
import { INSTRUMENTS } from '../../instruments/registry.ts';
import { measuresOf } from '../../measures/of-instrument.ts';
import { ENGLISH } from './english.ts';
import { MARKUP } from './markup.ts';
import type { Forbidden } from './pattern.ts';
import { SPANISH } from './spanish.ts';

const WORDS: Readonly<Record<UpdateLanguage, readonly Forbidden[]>> = { en: ENGLISH, es: SPANISH };

/** A measure is called what its owner calls it. Longest first: `PCL-5 B intrusion` before `PCL-5`. */
const NAMES = INSTRUMENTS.flatMap((known) => [
  known.shortTitle,
  ...measuresOf(known).map(({ shortTitle }) => shortTitle),
]).toSorted((one, other) => other.length - one.length);

const ANY_NAME = new RegExp(
  NAMES.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|'),
  'g',
);

/** Words that somebody else said or chose are quoted as they are. */
const QUOTED = /"[^"\n]*"/g;

/**
 * The reasons for which a text may not be an Update; empty when there are none. Names of measures and
 * quoted words are passed over: they are others' words.
 */
export function violations(text: string, language: UpdateLanguage = 'en'): string[] {
  const own = withoutNames(text.replaceAll(QUOTED, ' "" '));
  return [...reasons(WORDS[language], own), ...markupIn(text)];
}

/** The reasons for which an editor would not keep a text as it is; empty when there are none. */
export function markupIn(text: string): string[] {
  return reasons(MARKUP, text);
}

/** A text without the names of measures, some of which hold numbers and words that are forbidden. */
export function withoutNames(text: string): string {
  return text.replaceAll(ANY_NAME, ' ');
}

function reasons(forbidden: readonly Forbidden[], text: string): string[] {
  return forbidden.filter(({ pattern }) => pattern.test(text)).map(({ because }) => because);
}
