import type { ClientIdentity } from '../contracts/brief.ts';
import { agree } from '../identity/agree.ts';
import { isFullName, parsePersonName } from '../identity/person-name.ts';

/** What a client is called. */
export type CalledBy = Pick<ClientIdentity, 'displayName' | 'otherNames' | 'birthDate'>;

/**
 * Whether two displayed names are those of two clients, in whichever order. A couple's heading such as
 * `Sam & Dana Rivera` gives a given name by itself for the first: that is enough here, where the record's
 * id says the rest, and nowhere else. A name that can't be read fits nobody.
 */
export function namesFit(
  [first, second]: readonly [string | null, string | null],
  [one, other]: readonly [CalledBy, CalledBy],
): boolean {
  return (
    (nameFits(first, one) && nameFits(second, other)) ||
    (nameFits(first, other) && nameFits(second, one))
  );
}

/** Whether a displayed name, whole or the given name alone, is a client's. */
export function nameFits(shown: string | null, client: CalledBy): boolean {
  const parsed = shown === null ? null : parsePersonName(shown);
  if (parsed === null || parsed.tokens.length === 0) return false;
  if (isFullName(parsed)) {
    return agree({ name: shown, birthDate: null }, client).name === 'agrees';
  }
  return [client.displayName, ...client.otherNames].some((name) => {
    const known = parsePersonName(name);
    return known?.tokens.slice(0, known.given).join(' ') === parsed.tokens.join(' ');
  });
}
