import type { NamedClient } from '#backend/store/clients.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { type PersonName, parsePersonName } from '#shared/identity/person-name.ts';
import { sameName } from '#shared/identity/same-name.ts';

/** Who in the practice can be meant by a name that a page shows. Empty where it can't be read. */
export type PeopleNamed = (shown: string | null) => ReadonlySet<ClientId>;

interface KnownName {
  readonly clientId: ClientId;
  readonly name: PersonName;
}

/**
 * Finds everybody whom a name fits, by the same rule by which a page's name agrees with a client.
 * Each name of the practice is taken apart once, whatever the number of appointments.
 */
export function peopleNamedAmong(practice: readonly NamedClient[]): PeopleNamed {
  const known = practice.flatMap(({ clientId, names }) =>
    names.flatMap((text): KnownName[] => {
      const name = parsePersonName(text);
      return name === null ? [] : [{ clientId, name }];
    }),
  );
  // Names that are the same begin with the same given name.
  const byGivenName = Map.groupBy(known, ({ name }) => name.tokens[0]);
  return (shown) => {
    const name = shown === null ? null : parsePersonName(shown);
    if (name === null) return new Set();
    const candidates = byGivenName.get(name.tokens[0]) ?? [];
    return new Set(candidates.flatMap((one) => (sameName(name, one.name) ? [one.clientId] : [])));
  };
}
