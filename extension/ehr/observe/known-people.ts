import type { Subject } from '#shared/contracts/reading.ts';
import type { PageLook } from '../contract.ts';
import { commonWords, ENOUGH_WORDS } from './name-words.ts';

/** Whom a page has named, and the last look that named nobody else. */
export interface KnownPeople {
  readonly subjects: readonly Subject[];
  readonly look: PageLook;
}

/**
 * How the people of a look stand to those who are known: the same; others, when somebody of them is
 * not there any more; or unclear, when nobody is named or somebody has come to them.
 */
export type Naming = 'same' | 'others' | 'unclear';

/** Compares by every identifier that both sides state; what only one side states contradicts nothing. */
export function namingOf(seen: readonly Subject[], known: readonly Subject[]): Naming {
  if (seen.length === 0) return 'unclear';
  if (known.some((one) => counterpart(one, seen) === undefined)) return 'others';
  return seen.every((one) => counterpart(one, known) !== undefined) ? 'same' : 'unclear';
}

/**
 * What is known after a settled look. Identifiers that the page has stopped to state are kept: a
 * namesake may be told apart by nothing else.
 */
export function knownAfter(known: KnownPeople | null, look: PageLook): KnownPeople | null {
  if (look.subjects.length === 0) return known;
  if (known === null || namingOf(look.subjects, known.subjects) !== 'same') {
    return { subjects: look.subjects, look };
  }
  const subjects = look.subjects.map((one) => {
    const before = counterpart(one, known.subjects);
    return {
      recordId: one.recordId ?? before?.recordId ?? null,
      name: one.name ?? before?.name ?? null,
      birthDate: one.birthDate ?? before?.birthDate ?? null,
    };
  });
  return { subjects, look };
}

function counterpart(one: Subject, among: readonly Subject[]): Subject | undefined {
  return among.find(
    (other) =>
      agree(one.recordId, other.recordId) &&
      agree(one.birthDate, other.birthDate) &&
      (agree(one.name, other.name) || isOneRecord(one, other)),
  );
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

/** A status in the name's element may come and go while the record stays the same. */
function isOneRecord(one: Subject, other: Subject): boolean {
  const isSame = one.recordId !== null && one.recordId === other.recordId;
  return isSame && commonWords(one.name ?? '', other.name ?? '') >= ENOUGH_WORDS;
}
