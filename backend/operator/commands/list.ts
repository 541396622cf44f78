import type {
  RosteredClient,
  RosteredPractice,
  RosteredStaff,
} from '#backend/care/practice-roster.ts';
import { inColumns } from '#backend/command-line/columns.ts';
import {
  type CalendarDate,
  dateInWords,
  dateInZone,
  type TimeZone,
} from '#shared/contracts/calendar.ts';
import type { CustomForm } from '#shared/contracts/custom-form.ts';
import { ok } from '#shared/contracts/result.ts';
import { command, type Outcome } from '../command.ts';
import type { Operator } from '../operator.ts';
import { flag, optional } from '../option.ts';
import { practiceOf } from '../practice-of.ts';
import { PRACTICE } from '../wordings.ts';

interface Wanted {
  readonly practice: string | null;
  readonly clients: boolean;
}

/** What is told of a client. */
interface ListedClient
  extends Pick<RosteredClient, 'clientId' | 'displayName' | 'birthDate' | 'inCare'> {
  /** The practice's day on which care ended; null for whoever is in care, and where it is not known. */
  readonly careEndedOn: CalendarDate | null;
}

/** `list`: every practice, or one with its people. Clients, in care or not, only when asked for; that is recorded. */
export const list = command<Wanted>({
  name: 'list',
  summary: 'practices, who works there, their own forms; clients when asked for',
  options: {
    practice: optional({ ...PRACTICE, help: 'which practice (all of them when left out)' }, null),
    clients: flag(
      'names and birth dates of the clients as well, also of those whose care has ended; the look is recorded',
    ),
  },
  run,
});

async function run(operator: Operator, { practice: named, clients }: Wanted): Promise<Outcome> {
  if (named === null && !clients) return listed(operator, await operator.roster.practices(), null);
  const practice = await practiceOf(operator, named);
  if (!practice.ok) return practice;
  if (!clients) return listed(operator, [practice.value], null);
  const { practiceId, timeZone } = practice.value;
  const people = await operator.roster.clients(practiceId);
  return listed(
    operator,
    [practice.value],
    people.map((client) => listedClient(client, timeZone)),
  );
}

async function listed(
  { roster }: Operator,
  practices: readonly RosteredPractice[],
  people: readonly ListedClient[] | null,
): Promise<Outcome> {
  const lines: string[] = practices.length === 0 ? ['No practice yet.'] : [];
  const facts = [];
  for (const practice of practices) {
    const staff = await roster.staff(practice.practiceId);
    const forms = await roster.forms(practice.practiceId);
    lines.push(`${practice.name} (${practice.timeZone}), practice ${practice.practiceId}`);
    lines.push(...inColumns(staff.map(staffRow)));
    if (forms.length > 0) lines.push('  Own forms:', ...inColumns(forms.map(formRow)));
    facts.push({
      ...practice,
      staff: staff.map((member) => ({ ...member })),
      forms: forms.map(({ formId, version, title }) => ({ formId, version, title })),
    });
  }
  if (people === null) return ok({ lines, facts: { practices: facts } });
  lines.push('', ...inColumns(people.map(clientRow)));
  const clients = people.map((client) => ({ ...client }));
  return ok({ lines, facts: { practices: facts, clients } });
}

function staffRow({ displayName, role, email, active, clients }: RosteredStaff): readonly string[] {
  const state = active ? (role === 'clinician' ? `${clients} in care` : '') : 'switched off';
  return [displayName, role, email ?? 'no sign-in', state];
}

function formRow({ formId, title }: CustomForm): readonly string[] {
  return [title, formId];
}

function clientRow({
  clientId,
  displayName,
  birthDate,
  inCare,
  careEndedOn,
}: ListedClient): readonly string[] {
  const born = `born ${dateInWords(birthDate, { year: true })}`;
  if (inCare) return [clientId, displayName, born];
  const day = careEndedOn === null ? '' : ` on ${dateInWords(careEndedOn, { year: true })}`;
  return [clientId, displayName, born, `care ended${day}`];
}

function listedClient(
  { clientId, displayName, birthDate, inCare, careEndedAt }: RosteredClient,
  timeZone: TimeZone,
): ListedClient {
  const careEndedOn = careEndedAt === null ? null : dateInZone(careEndedAt, timeZone);
  return { clientId, displayName, birthDate, inCare, careEndedOn };
}
