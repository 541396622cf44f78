import type { RosteredPractice } from '#backend/care/practice-roster.ts';
import { type CalendarDate, dateInZone } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { parsePersonName } from '#shared/identity/person-name.ts';
import { sameName } from '#shared/identity/same-name.ts';
import { command, type Outcome } from '../command.ts';
import type { Operator } from '../operator.ts';
import { flag, needed, optional } from '../option.ts';
import { practiceOf } from '../practice-of.ts';
import type { OperatorRefusal } from '../refusal.ts';
import { clinicianOf } from '../staff-of.ts';
import { CLIENT_NAME, DATE, PRACTICE, STAFF_MEMBER } from '../wordings.ts';

interface Wanted {
  readonly practice: string | null;
  readonly name: string;
  readonly birthDate: CalendarDate;
  readonly clinician: string;
  readonly inCareSince: CalendarDate | null;
  readonly anotherPerson: boolean;
}

/** `add-client`: refused when somebody of this name and birth date is there, so that twice is once. */
export const addClient = command<Wanted>({
  name: 'add-client',
  summary: "a client, in one clinician's caseload",
  options: {
    practice: optional(PRACTICE, null),
    name: needed(CLIENT_NAME),
    birthDate: needed({ ...DATE, help: 'as the EHR has it' }),
    clinician: needed({ ...STAFF_MEMBER, help: 'whose caseload the client is in' }),
    inCareSince: optional({ ...DATE, help: 'when care began (today when left out)' }, null),
    anotherPerson: flag('adds somebody of the same name and birth date as a client who is there'),
  },
  run,
});

async function run(operator: Operator, wanted: Wanted): Promise<Outcome> {
  const practice = await practiceOf(operator, wanted.practice);
  if (!practice.ok) return practice;
  const { practiceId } = practice.value;
  const clinician = await clinicianOf(operator, practiceId, wanted.clinician);
  if (!clinician.ok) return clinician;
  const today = dateInZone(operator.care.now(), practice.value.timeZone);
  const inCareSince = wanted.inCareSince ?? today;
  const objection =
    objectionToDates(wanted.birthDate, inCareSince, today) ??
    (await objectionToPerson(operator, practice.value, wanted));
  if (objection !== null) return refuse(objection);
  const { name: displayName, birthDate } = wanted;
  const facts = { displayName, otherNames: [], birthDate, inCareSince };
  const { staffId, displayName: clinicianName } = clinician.value;
  const clientId = await operator.setup.addClient(practiceId, facts, [staffId]);
  return ok({
    lines: [`Client ${clientId} is in the caseload of ${clinicianName}.`],
    facts: { practiceId, clientId, staffId },
  });
}

function objectionToDates(
  birthDate: CalendarDate,
  inCareSince: CalendarDate,
  today: CalendarDate,
): OperatorRefusal | null {
  if (birthDate > today) return { reason: 'bornInFuture' };
  const inOrder = birthDate <= inCareSince && inCareSince <= today;
  return inOrder ? null : { reason: 'careOutOfOrder' };
}

async function objectionToPerson(
  operator: Operator,
  { practiceId }: RosteredPractice,
  { name, birthDate, anotherPerson }: Wanted,
): Promise<OperatorRefusal | null> {
  if (anotherPerson) return null;
  const born = await operator.roster.clientsBornOn(practiceId, birthDate);
  const clientId: ClientId | undefined = born.find(({ displayName, otherNames }) =>
    [displayName, ...otherNames].some((known) => couldBeOne(known, name)),
  )?.clientId;
  return clientId === undefined ? null : { reason: 'clientThere', clientId };
}

function couldBeOne(known: string, name: string): boolean {
  const one = parsePersonName(known);
  const other = parsePersonName(name);
  return one !== null && other !== null && sameName(one, other);
}
