import { wordsOf } from './folded-words.ts';

/** A displayed name of one person, taken apart for comparison. */
export interface PersonName {
  /** Given, middle and family names in this order, folded to plain lower-case letters. */
  readonly tokens: readonly string[];
  /** How many tokens at the start are the given name for certain: two of `Anne-Marie`. */
  readonly given: number;
  /** How many tokens at the end are the family name for certain: two of `Van Dyke, Jordan`. */
  readonly family: number;
  /** Generational suffix such as `jr` or `iii`; null when none is shown. */
  readonly suffix: string | null;
  /** What stands in quotes or brackets, such as `Jo` in `Jordan "Jo" Avery`; null when nothing does. */
  readonly nickname: string | null;
  /** A word such as `y` or `und` stands in it, as in one person's `Ortega y Gasset` or in a couple's name. */
  readonly isJoined: boolean;
}

const SEVERAL_PEOPLE = /[&/+]|\band\b/iu;
/** `(she/her)` behind a name is said of one person. */
const PRONOUNS =
  /[([]\s*(?:she|her|hers|he|him|his|they|them|theirs|xe|xem|ze|zir|ella|él|elle)(?:\s*\/\s*\p{L}+)+\s*[)\]]/giu;
/** In quotes of any kind, or in brackets. A single quote inside a word is an apostrophe. */
const NICKNAME =
  /["“”„«»]([^"“”„«»]*)["“”«»]|\(([^()]*)\)|\[([^[\]]*)\]|(?<=^|\s)['‘’](\S|\S[^'‘’]*[^\s'‘’])['‘’](?=[\s,]|$)/gu;
const LEFT_OPEN = /["“”„«»()[\]]/u;
const COMMA = /[,،，、]/u;
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const TITLES = new Set(['mr', 'mrs', 'ms', 'mx', 'miss', 'dr']);
const DEGREES = new Set(['phd', 'psyd', 'edd', 'md', 'esq', 'lcsw', 'lmft', 'lpc', 'rn', 'msw']);
/** As a word of its own in lower case, or in a name of nothing but capitals: else it is an initial. */
const JOINING = /(?:^|\s)(?:y|e|i|und|et|och|og|и|و)(?=\s|$)/u;

/** Whether a displayed name carries a couple's or group's marker: `&`, `and`, `/` or `+`. */
export function namesSeveralPeople(displayed: string): boolean {
  return SEVERAL_PEOPLE.test(displayed.normalize('NFKC').replace(PRONOUNS, ' '));
}

/**
 * Takes `Avery, Jordan M.`, `Jordan M. Avery` or `Jordan Avery, Jr.` apart. Case, diacritics and
 * punctuation are folded away, titles and academic degrees left out. Null when the text names
 * several people or has a form that can't be put in order.
 */
export function parsePersonName(displayed: string): PersonName | null {
  if (namesSeveralPeople(displayed)) return null;
  const shown = displayed.replace(PRONOUNS, ' ');
  const named = shown.replace(NICKNAME, ' ');
  if (LEFT_OPEN.test(named)) return null;
  const parts = named.split(COMMA).map(wordsOf);
  const suffixes = parts.flat().filter(isSuffix);
  const [first = [], second = [], ...rest] = withoutDegrees(
    parts.map((words) => words.filter((word) => !isSuffix(word))),
  );
  if (rest.length > 0 || suffixes.length > 1) return null;
  const words = withoutTitle([...second, ...first]);
  return {
    tokens: words.flat(),
    given: words[0]?.length ?? 0,
    family: (second.length === 0 ? words.at(-1) : first.flat())?.length ?? 0,
    suffix: suffixes[0]?.[0] ?? null,
    nickname: nicknameIn(shown),
    isJoined: JOINING.test(hasTwoCases(named) ? named : named.toLowerCase()),
  };
}

/** Whether given and family name are both there, so that there is something to compare. */
export function isFullName({ tokens, given, family }: PersonName): boolean {
  return tokens.length >= 2 && given + family <= tokens.length;
}

/** A name's word: `Anne-Marie` has two tokens, `O’Neil` one. */
type Word = readonly string[];

function isSuffix(word: Word): boolean {
  return word.length === 1 && SUFFIXES.has(word[0] ?? '');
}

function isDegree(word: Word): boolean {
  return word.length === 1 && DEGREES.has(word[0] ?? '');
}

function withoutTitle(words: readonly Word[]): readonly Word[] {
  return TITLES.has(words[0]?.join('') ?? '') ? words.slice(1) : words;
}

/** A degree stands behind a whole name: `Md Rahman` and `Rahman, Md` have none. */
function withoutDegrees(parts: readonly (readonly Word[])[]): readonly (readonly Word[])[] {
  const shown = parts.filter((words) => words.length > 0);
  const kept = shown.map((words) =>
    words.slice(0, words.findLastIndex((one) => !isDegree(one)) + 1),
  );
  const isWhole = kept.flat().length >= 2;
  return isWhole ? kept.filter((words) => words.length > 0) : shown;
}

function nicknameIn(shown: string): string | null {
  const nicknames = [...shown.matchAll(NICKNAME)].flatMap((match) =>
    wordsOf(match.slice(1).join(' ')).flat(),
  );
  return nicknames.length === 0 ? null : nicknames.join(' ');
}

function hasTwoCases(text: string): boolean {
  return text !== text.toLowerCase() && text !== text.toUpperCase();
}
