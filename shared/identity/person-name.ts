/** A displayed name of one person, taken apart for comparison. */
export interface PersonName {
  /** Given, middle and family names in this order, folded to plain lower-case letters. */
  readonly tokens: readonly string[];
  /** Generational suffix such as `jr` or `iii`; null when none is shown. */
  readonly suffix: string | null;
}

const SEVERAL_PEOPLE = /[&/+]|\band\b/iu;
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const TITLES = new Set(['mr', 'mrs', 'ms', 'mx', 'miss', 'dr']);
/** Letters that Unicode does not take apart into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Whether a displayed name carries a couple's or group's marker: `&`, `and`, `/` or `+`. */
export function namesSeveralPeople(displayed: string): boolean {
  return SEVERAL_PEOPLE.test(displayed);
}

/**
 * Takes `Avery, Jordan M.`, `Jordan M. Avery` or `Jordan Avery, Jr.` apart. Case, diacritics and
 * punctuation are folded away. Null when the text names several people or has a form that can't
 * be put in order.
 */
export function parsePersonName(displayed: string): PersonName | null {
  if (namesSeveralPeople(displayed)) return null;
  const parts = displayed.split(',').map(foldedTokens);
  const suffixes = parts.flat().filter((token) => SUFFIXES.has(token));
  const [first = [], second = [], ...rest] = parts
    .map((tokens) => tokens.filter((token) => !SUFFIXES.has(token)))
    .filter((tokens) => tokens.length > 0);
  if (rest.length > 0 || suffixes.length > 1) return null;
  const ordered = [...second, ...first];
  const tokens = TITLES.has(ordered[0] ?? '') ? ordered.slice(1) : ordered;
  return { tokens, suffix: suffixes[0] ?? null };
}

function foldedTokens(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[ßæœøđðłþı]/gu, (letter) => UNDECOMPOSED[letter] ?? letter)
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      // O'Neil and ONeil, J. and J are the same; a hyphen separates like a space.
      .replaceAll(/['’‘`´ʼ.\p{Cf}]/gu, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((token) => token !== '')
  );
}
