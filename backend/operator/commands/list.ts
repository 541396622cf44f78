import type { RosteredPractice, RosteredStaff } from '#backend/care/practice-roster.ts';
import type { ClientIdentity } from '#shared/contracts/brief.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import type { CustomForm } from '#shared/contracts/custom-form.ts';
import { ok } from '#shared/contracts/result.ts';
import { inColumns } from '../columns.ts';
import { command, type Outcome } from '../command.ts';
import type { Operator } from '../operator.ts';
import { flag, optional } from '../option.ts';
import { practiceOf } from '../practice-of.ts';
import { PRACTICE } from '../wordings.ts';

interface Wanted {
  readonly practice: string | null;
  readonly clients: boolean;
}

/** `list`: every practice, or one with its people. Clients only when asked for; that is recorded. */
export const list = command<Wanted>({
  name: 'list',
  summary: 'practices, who works there, their own forms; clients when asked for',
  options: {
    practice: optional({ ...PRACTICE, help: 'which practice (all of them when left out)' }, null),
    clients: flag('names and birth dates of the clients as well; the look is recorded'),
  },
  run,
});

async function run(operator: Operator, { practice: named, clients }: Wanted): Promise<Outcome> {
  if (named === null && !clients) return listed(operator, await operator.roster.practices(), null);
  const practice = await practiceOf(operator, named);
  if (!practice.ok) return practice;
  const people = clients ? await operator.roster.clients(practice.value.practiceId) : null;
  return listed(operator, [practice.value], people);
}

async function listed(
  { roster }: Operator,
  practices: readonly RosteredPractice[],
  people: readonly ClientIdentity[] | null,
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
  const clients = people.map(({ clientId, displayName, birthDate }) => ({
    clientId,
    displayName,
    birthDate,
  }));
  return ok({ lines, facts: { practices: facts, clients } });
}

function staffRow({ displayName, role, email, active, clients }: RosteredStaff): readonly string[] {
  const state = active ? (role === 'clinician' ? `${clients} in care` : '') : 'switched off';
  return [displayName, role, email ?? 'no sign-in', state];
}

function formRow({ formId, title }: CustomForm): readonly string[] {
  return [title, formId];
}

function clientRow({ clientId, displayName, birthDate }: ClientIdentity): readonly string[] {
  return [clientId, displayName, `born ${dateInWords(birthDate, { year: true })}`];
}
