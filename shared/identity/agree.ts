import type { ClientIdentity } from '../contracts/brief.ts';
import type { Subject } from '../contracts/reading.ts';
import { isFullName, parsePersonName } from './person-name.ts';
import { sameName } from './same-name.ts';

/** What comparing one identifier gives. `unreadable` is never a match. */
export type Agreement = 'agrees' | 'differs' | 'unreadable';

/** The two identifiers of a page compared with those of a client. */
export interface IdentityAgreement {
  readonly name: Agreement;
  readonly birthDate: Agreement;
}

/** What a page shows of a person. */
export type ShownIdentity = Pick<Subject, 'name' | 'birthDate'>;

/** What the practice knows of a client. */
export type KnownIdentity = Pick<ClientIdentity, 'displayName' | 'otherNames' | 'birthDate'>;

/**
 * Compares what a page shows with one client. A name needs at least given and family name to
 * agree; a couple's name (`&`, `and`, `/`, `+`) never agrees with one person; a single word such as
 * `Jordan` is too little to compare and counts as unreadable.
 */
export function agree(shown: ShownIdentity, known: KnownIdentity): IdentityAgreement {
  return { name: nameAgreement(shown, known), birthDate: birthDateAgreement(shown, known) };
}

function nameAgreement({ name }: ShownIdentity, known: KnownIdentity): Agreement {
  if (name === null || name.trim() === '') return 'unreadable';
  const parsed = parsePersonName(name);
  if (parsed === null) return 'differs';
  if (!isFullName(parsed)) return 'unreadable';
  const matches = [known.displayName, ...known.otherNames].some((candidate) => {
    const other = parsePersonName(candidate);
    return other !== null && sameName(parsed, other);
  });
  return matches ? 'agrees' : 'differs';
}

function birthDateAgreement({ birthDate }: ShownIdentity, known: KnownIdentity): Agreement {
  if (birthDate === null) return 'unreadable';
  return birthDate === known.birthDate ? 'agrees' : 'differs';
}
