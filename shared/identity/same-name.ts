import type { PersonName } from './person-name.ts';

/**
 * Whether two names can be those of one person. Given and family name must be equal; middle names
 * may be missing on either side or shown as initials, but those shown may not contradict each
 * other, and neither may generational suffixes. Nicknames are not known here: they agree only when
 * a person confirmed them as another name of the client.
 */
export function sameName(one: PersonName, other: PersonName): boolean {
  if (one.tokens.length < 2 || other.tokens.length < 2) return false;
  if (one.suffix !== null && other.suffix !== null && one.suffix !== other.suffix) return false;
  return (
    one.tokens[0] === other.tokens[0] &&
    one.tokens.at(-1) === other.tokens.at(-1) &&
    (containsInOrder(middle(one), middle(other)) || containsInOrder(middle(other), middle(one)))
  );
}

function middle(name: PersonName): readonly string[] {
  return name.tokens.slice(1, -1);
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
