import type { UpdateLanguage } from '../../contracts/update.ts';
import { INSTRUMENTS } from '../../instruments/registry.ts';
import { measuresOf } from '../../measures/of-instrument.ts';
import { ENGLISH } from './english.ts';
import { MARKUP } from './markup.ts';
import { SPANISH } from './spanish.ts';

/** Something that no Update may say, and why. */
export interface Forbidden {
  readonly pattern: RegExp;
  readonly because: string;
}

const WORDS: Readonly<Record<UpdateLanguage, readonly Forbidden[]>> = { en: ENGLISH, es: SPANISH };

/** A measure is called what its owner calls it. Longest first: `PCL-5 B intrusion` before `PCL-5`. */
const NAMES = INSTRUMENTS.flatMap((known) => [
  known.shortTitle,
  ...measuresOf(known).map(({ shortTitle }) => shortTitle),
]).toSorted((one, other) => other.length - one.length);

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
  return NAMES.reduce((rest, name) => rest.replaceAll(name, ' '), text);
}

function reasons(forbidden: readonly Forbidden[], text: string): string[] {
  return forbidden.filter(({ pattern }) => pattern.test(text)).map(({ because }) => because);
}
