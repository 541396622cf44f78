import type { NewStaff } from '#backend/care/practice-setup.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { command, type Outcome } from '../command.ts';
import type { Operator } from '../operator.ts';
import { needed, optional, secret } from '../option.ts';
import { practiceOf } from '../practice-of.ts';
import { EMAIL, NAME, PASSWORD, PRACTICE, ROLE } from '../wordings.ts';

interface Wanted {
  readonly practice: string | null;
  readonly name: string;
  readonly email: string;
  readonly role: NewStaff['role'];
  readonly password: string;
}

/** `add-staff`: a person and the sign-in, together or not at all. */
export const addStaff = command<Wanted>({
  name: 'add-staff',
  summary: 'somebody who works in a practice, with a sign-in',
  options: {
    practice: optional(PRACTICE, null),
    name: needed(NAME),
    email: needed(EMAIL),
    role: needed(ROLE),
    password: secret(PASSWORD),
  },
  run,
});

async function run(operator: Operator, wanted: Wanted): Promise<Outcome> {
  const practice = await practiceOf(operator, wanted.practice);
  if (!practice.ok) return practice;
  const { name: displayName, email, role, password } = wanted;
  const { practiceId, name } = practice.value;
  const person = { displayName, email, role, password };
  const added = await operator.setup.addStaff(practiceId, person);
  if (!added.ok) return refuse({ reason: added.refusal });
  return ok({
    lines: [`${displayName} (${role}) can sign in to ${name} with ${email.toLowerCase()}.`],
    facts: { practiceId, staffId: added.value },
  });
}
