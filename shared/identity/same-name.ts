import { isFullName, type PersonName } from './person-name.ts';

/**
 * Whether two names can be those of one person. Given and family name must be equal, in the length
 * that either side states them; middle names may be missing on either side or shown as initials, but
 * those shown may not contradict each other, and neither may generational suffixes or nicknames. A
 * nickname never stands for a given name: it agrees only when a person confirmed it as another name
 * of the client. A name in which a word joins others, be it a couple's, agrees with nothing shorter.
 */
export function sameName(one: PersonName, other: PersonName): boolean {
  if (!isFullName(one) || !isFullName(other)) return false;
  if (contradict(one.suffix, other.suffix) || contradict(one.nickname, other.nickname))
    return false;
  if (one.isJoined || other.isJoined) return isSameText(one.tokens, other.tokens);
  const given = Math.max(one.given, other.given);
  const family = Math.max(one.family, other.family);
  const [first, second] = [split(one.tokens, given, family), split(other.tokens, given, family)];
  return (
    isSameText(first.given, second.given) &&
    isSameText(first.family, second.family) &&
    (containsInOrder(first.middle, second.middle) || containsInOrder(second.middle, first.middle))
  );
}

function contradict(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

interface SplitName {
  readonly given: readonly string[];
  readonly middle: readonly string[];
  readonly family: readonly string[];
}

/** What is too short for its parts has no two of them, and so equals nothing. */
function split(tokens: readonly string[], given: number, family: number): SplitName {
  const end = Math.max(given, tokens.length - family);
  return {
    given: tokens.slice(0, given),
    middle: tokens.slice(given, end),
    family: tokens.slice(end),
  };
}

function isSameText(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((token, place) => token === other[place]);
}

/** Whether every token of `some` is found in `all`, in order; initials stand for their name. */
function containsInOrder(all: readonly string[], some: readonly string[]): boolean {
  let next = 0;
  for (const token of all) {
    const wanted = some[next];
    if (wanted === undefined) return true;
    if (sameOrInitial(token, wanted)) next += 1;
  }
  return next === some.length;
}

function sameOrInitial(one: string, other: string): boolean {
  if (one.length > 1 && other.length > 1) return one === other;
  return one[0] === other[0];
}
