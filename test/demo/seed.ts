import type { Caller } from '#backend/access/caller.ts';
import { createStaffCare } from '#backend/care/create-care.ts';
import { type CareDeps, staffScope } from '#backend/care/deps.ts';
import type { PracticeSetup } from '#backend/care/practice-setup.ts';
import {
  addDays,
  type CalendarDate,
  dateInZone,
  type Instant,
} from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { PEOPLE, type Person } from '#test/ehr/people.ts';
import { COURSES, type Course } from './courses.ts';
import { playCourse } from './play-course.ts';
import { ADMIN, CLINICIAN, type DemoStaff, HERO, PRACTICE } from './practice.ts';

/** A practice that has been loaded. */
export interface SeededPractice {
  readonly practiceId: PracticeId;
  readonly clinicianId: StaffId;
  /** By `Person.key`. */
  readonly clients: Readonly<Record<string, ClientId>>;
}

/** Records that nobody has linked yet, so that the demo can show how a person does it. */
const UNLINKED: Readonly<Record<string, readonly string[]>> = {
  simplepractice: ['alex-morgan-1996'],
  therapynotes: ['riley-chen', 'alex-morgan-1996'],
};

/**
 * Loads the demo practice by the same use cases that serve clinicians and clients, each at the
 * moment it is said to have happened: scores, alerts and audit rows are the real ones. A test names
 * the few courses that it needs.
 */
export async function seedPractice(
  deps: CareDeps,
  setup: PracticeSetup,
  say: (line: string) => void,
  courses: readonly Course[] = COURSES,
): Promise<SeededPractice> {
  const practiceId = await setup.createPractice(PRACTICE);
  const clinicianId = await addStaff(setup, practiceId, CLINICIAN);
  await addStaff(setup, practiceId, ADMIN);
  const caller: Caller = {
    practiceId,
    staffId: clinicianId,
    role: 'clinician',
    requestId: 'demo-seed',
  };
  let played = 0;
  const entries = await Promise.all(
    courses.map(async (course) => {
      const person = PEOPLE.find(({ key }) => key === course.key);
      if (person === undefined) throw new Error(`no person for the course ${course.key}`);
      const inCareSince = addDays(today(deps.now()), -course.inCareForDays);
      const clientId = await addClient(setup, practiceId, person, inCareSince, clinicianId);
      await linkRecords(deps, caller, person, clientId);
      await playCourse(deps, caller, course, clientId);
      played += 1;
      say(`${played} of ${courses.length} courses played`);
      return [course.key, clientId] as const;
    }),
  );
  const clients: SeededPractice['clients'] = Object.fromEntries(entries);
  await giveAddresses(deps, caller, clients[HERO]);
  return { practiceId, clinicianId, clients };
}

/** The clinician is told by mail, and the client of the story by text, of what happens from now on. */
async function giveAddresses(
  deps: CareDeps,
  caller: Caller,
  clientId: ClientId | undefined,
): Promise<void> {
  await deps.store.inPractice(staffScope(deps, caller), async (care) => {
    await care.staffContacts.put(caller.staffId, { email: CLINICIAN.email, phone: null });
    if (clientId === undefined) return;
    await care.contacts.put(clientId, {
      email: 'jordan.avery@example.test',
      phone: '+13125550142',
      channel: 'text',
      language: 'english',
      country: 'US',
      agreedAt: deps.now(),
    });
  });
}

function today(now: Instant): CalendarDate {
  return dateInZone(now, PRACTICE.timeZone);
}

async function addStaff(
  setup: PracticeSetup,
  practiceId: PracticeId,
  { displayName, role, email, password }: DemoStaff,
): Promise<StaffId> {
  const added = await setup.addStaff(practiceId, { displayName, role, email, password });
  if (!added.ok) throw new Error(`the demo's staff could not be added: ${added.refusal}`);
  return added.value;
}

function addClient(
  setup: PracticeSetup,
  practiceId: PracticeId,
  person: Person,
  inCareSince: CalendarDate,
  clinicianId: StaffId,
): Promise<ClientId> {
  return setup.addClient(
    practiceId,
    {
      displayName: person.displayName,
      otherNames: person.legalName === undefined ? [] : [person.legalName],
      birthDate: person.birthDate as CalendarDate,
      inCareSince,
    },
    [clinicianId],
  );
}

async function linkRecords(
  deps: CareDeps,
  caller: Caller,
  person: Person,
  clientId: ClientId,
): Promise<void> {
  const shown = { displayName: person.displayName, birthDate: person.birthDate as CalendarDate };
  const records = [
    { ehr: 'simplepractice', recordId: person.simplepractice.hash, name: shown.displayName },
    {
      ehr: 'therapynotes',
      recordId: person.therapynotes.token,
      name: person.therapynotes.name ?? shown.displayName,
    },
  ] as const;
  const care = createStaffCare(deps);
  for (const { ehr, recordId, name } of records) {
    if (UNLINKED[ehr]?.includes(person.key)) continue;
    const subject = { recordId, name, birthDate: shown.birthDate };
    const linked = await care.linkRecord(caller, { ehr, subject, clientId, nameConfirmed: true });
    if (!linked.ok) throw new Error(`${person.key} could not be linked: ${linked.refusal}`);
  }
}
