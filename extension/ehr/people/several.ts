import type { Subject } from '#shared/contracts/reading.ts';
import { namesSeveralPeople } from '#shared/identity/person-name.ts';

const BETWEEN_PEOPLE = /\s*(?:[&/+]|\band\b)\s*/iu;
/** The contract's bounds for what a page may show. */
const LONGEST_NAME = 200;
const MOST_SUBJECTS = 20;

/**
 * One subject for everybody that a displayed name names: `Sam & Dana Rivera` is a couple's record
 * and gives two. Both keep the record's id, because it is the couple's and nobody else's; neither
 * keeps the birth date, because the page does not say whose it is.
 */
export function peopleOf(subject: Subject): Subject[] {
  const { name, recordId } = subject;
  if (name === null || !namesSeveralPeople(name)) return [subject];
  const parts = name.normalize('NFKC').split(BETWEEN_PEOPLE);
  const names = [...new Set(parts.filter((part) => part !== ''))];
  // A marker with nobody, or with a namesake, on its other side still means somebody else as well.
  const people = names.length < 2 ? [name, null] : names;
  return people.map((part) => ({ recordId, name: part, birthDate: null }));
}

/** The distinct subjects in order, within the contract's bound. */
export function distinctSubjects(subjects: readonly Subject[]): Subject[] {
  const seen = new Set<string>();
  const distinct = subjects.filter((subject) => {
    const key = JSON.stringify([subject.recordId, subject.name, subject.birthDate]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return distinct.slice(0, MOST_SUBJECTS);
}

/** A name as displayed, single-spaced; null when it is empty or too long to be a name. */
export function displayedName(text: string | null | undefined): string | null {
  const name = (text ?? '').replaceAll(/\s+/g, ' ').trim();
  return name === '' || name.length > LONGEST_NAME ? null : name;
}
