import type { Course } from '#test/demo/courses.ts';
import { paddedDate, unpaddedDate, wordedDate } from '#test/ehr/dates.ts';
import { PEOPLE, type Person, person } from '#test/ehr/people.ts';
import { patientName } from '#test/ehr/therapynotes/records.ts';

/** The EHRs that tabs are opened in. */
export type TabEhr = 'simplepractice' | 'therapynotes';

/** Clients of the practice whose records are linked in both EHRs; the others are nobody's here. */
const LINKED = [
  'jordan-avery',
  'alex-morgan-1988',
  'dana-rivera',
  'kit-bauer',
  'zoe-simkova',
  'maeve-odonnell',
  'daniel-okafor',
  'tomas-nunez-vega',
] as const;

/** The first client's PHQ-9 total; each further client has one point more. */
const FIRST_TOTAL = 5;

/** One answered PHQ-9 each, of a total that nobody else has: a text's number says whose it is. */
export const MARKED_COURSES: readonly Course[] = LINKED.map((key, place) => ({
  key,
  shows: 'a total of their own',
  inCareForDays: 100,
  lines: [{ instrumentId: 'phq9', points: [{ daysAgo: 3, total: FIRST_TOTAL + place }] }],
}));

/** True when the practice knows this record. */
export function isLinked({ key }: Person): boolean {
  return LINKED.some((one) => one === key);
}

/** Whose totals a text holds, by key; `nobody` for one that no client has. */
export function markedIn(text: string): readonly string[] {
  const totals = [...text.matchAll(/PHQ-9 (\d+)\/27/g)].map(([, total]) => Number(total));
  return totals.map((total) => LINKED[total - FIRST_TOTAL] ?? 'nobody');
}

/** Who is named in a header of an EHR's page: name and birth date as that EHR writes them. */
export function namedByEhr(ehr: TabEhr, header: string): readonly string[] {
  const isNamed = (one: Person) =>
    ehr === 'simplepractice'
      ? header.includes(one.displayName) && header.includes(paddedDate(one.birthDate))
      : header.includes(patientName(one)) && header.includes(unpaddedDate(one.birthDate));
  return PEOPLE.filter(isNamed).map(({ key }) => key);
}

/** Which clients of the practice are named at the top of a panel; it also names whom nobody has linked. */
export function namedByPanel(header: string): readonly string[] {
  const isNamed = ({ displayName, birthDate }: Person) =>
    header.includes(displayName) && header.includes(`Born ${dayFirst(birthDate)}`);
  return LINKED.map(person)
    .filter(isNamed)
    .map(({ key }) => key);
}

/** `1991-03-04` as `4 Mar 1991`. */
function dayFirst(birthDate: string): string {
  const [month = '', day = '', year = ''] = wordedDate(birthDate).split(/,? /);
  return `${day} ${month} ${year}`;
}
