import type { Instrument } from '../contracts/instrument.ts';
import type { Item } from '../contracts/items.ts';
import type { Answers } from '../contracts/response.ts';

/**
 * Whether an item was put to the client. `unknown`: the question that decides it was left blank, or
 * is itself one of which it is not known.
 */
export type Asked = 'asked' | 'notAsked' | 'unknown';

/** Per item number, whether these answers mean that it was asked. */
export type AskedItems = ReadonlyMap<number, Asked>;

type Gate = NonNullable<Item['askedWhen']>;

/**
 * Follows the form from its first item, as the client did: an item is asked when it depends on no
 * other, or when one of the earlier items that lead to it was asked and reached its value. Gates
 * compare answers as given, before any reversal.
 */
export function askedItems({ items }: Instrument, answers: Answers): AskedItems {
  const asked = new Map<number, Asked>();
  for (const { number, askedWhen } of items) {
    asked.set(number, askedWhen === undefined ? 'asked' : behindGate(askedWhen, asked, answers));
  }
  return asked;
}

/** Numbers of the items whose answer decides whether another is asked. */
export function gateItems({ items }: Instrument): ReadonlySet<number> {
  return new Set(items.flatMap(({ askedWhen }) => askedWhen?.anyOf ?? []));
}

function behindGate({ anyOf, atLeast, orBlank }: Gate, asked: AskedItems, answers: Answers): Asked {
  let open = false;
  for (const number of anyOf) {
    const gate = asked.get(number);
    const answer = answers[number - 1] ?? null;
    const reached = answer === null ? (orBlank ?? null) : answer >= atLeast;
    if (gate === 'asked' && reached === true) return 'asked';
    if (gate !== 'notAsked' && reached !== false) open = true;
  }
  return open ? 'unknown' : 'notAsked';
}
