// By this name, because the extension puts another module in its place: see README.
import { FORBIDDEN } from '#shared/update/language/languages.ts';
import type { Instrument } from '../../contracts/instrument.ts';
import type { UpdateLanguage } from '../../contracts/update.ts';
import { INSTRUMENTS } from '../../instruments/registry.ts';
import { measuresOf } from '../../measures/of-instrument.ts';
import { MARKUP } from './markup.ts';
import type { Forbidden } from './pattern.ts';

/** Words that somebody else said or chose are quoted as they are. */
const QUOTED = /"[^"\n]*"/g;

/**
 * The reasons for which a text may not be an Update; empty when there are none. Names of measures and
 * quoted words are passed over: they are others' words.
 */
export function violations(text: string, language: UpdateLanguage = 'en'): string[] {
  const own = withoutNames(text.replaceAll(QUOTED, ' "" '));
  return [...reasons(FORBIDDEN[language], own), ...markupIn(text)];
}

/** The reasons for which an editor would not keep a text as it is; empty when there are none. */
export function markupIn(text: string): string[] {
  return reasons(MARKUP, text);
}

/** A text without the names of measures, some of which hold numbers and words that are forbidden. */
export function withoutNames(text: string): string {
  return text.replaceAll(anyName(), ' ');
}

/** A measure is called what its owner calls it. Longest first: `PCL-5 B intrusion` before `PCL-5`. */
function anyName(): RegExp {
  if (names.of !== INSTRUMENTS.length) {
    names = { of: INSTRUMENTS.length, pattern: patternOfNames(INSTRUMENTS) };
  }
  return names.pattern;
}

/** Made anew when more measures are known. */
let names = { of: 0, pattern: /(?!)/g };

function patternOfNames(known: readonly Instrument[]): RegExp {
  const titles = known.flatMap((instrument) => [
    instrument.shortTitle,
    instrument.title,
    ...withoutForm(instrument.title),
    ...measuresOf(instrument).map(({ shortTitle }) => shortTitle),
  ]);
  const escaped = titles
    .toSorted((one, other) => other.length - one.length)
    .map((title) => title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(escaped.join('|'), 'g');
}

/** A title as people write it, without version and length; one of a word or two is no name. */
function withoutForm(title: string): string[] {
  const [stem = ''] = title.split(/, | v\d/);
  return stem.split(' ').length > 2 ? [stem] : [];
}

function reasons(forbidden: readonly Forbidden[], text: string): string[] {
  return forbidden.filter(({ pattern }) => pattern.test(text)).map(({ because }) => because);
}
