import type { RosteredStaff } from '#backend/care/practice-roster.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Operator } from './operator.ts';
import { sameText } from './practice-of.ts';

/** Somebody who works in the practice, by e-mail address or id; switched off or not. */
export async function staffOf(
  { roster }: Operator,
  practiceId: PracticeId,
  named: string,
): Promise<Result<RosteredStaff, { reason: 'staffUnknown' }>> {
  const found = (await roster.staff(practiceId)).find(
    ({ staffId, email }) => sameText(staffId, named) || sameText(email ?? '', named),
  );
  return found === undefined ? refuse({ reason: 'staffUnknown' }) : ok(found);
}

/** A clinician who may take clients on. */
export async function clinicianOf(
  operator: Operator,
  practiceId: PracticeId,
  named: string,
): Promise<
  Result<RosteredStaff, { reason: 'staffUnknown' | 'staffSwitchedOff' | 'notClinician' }>
> {
  const found = await staffOf(operator, practiceId, named);
  if (!found.ok) return found;
  if (!found.value.active) return refuse({ reason: 'staffSwitchedOff' });
  return found.value.role === 'clinician' ? found : refuse({ reason: 'notClinician' });
}
