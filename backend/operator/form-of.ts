import type { CustomForm } from '#shared/contracts/custom-form.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Operator } from './operator.ts';
import { sameText } from './practice-of.ts';

/** The form of the practice's own that is meant, by id or title, among those in use. */
export async function formOf(
  { roster }: Operator,
  practiceId: PracticeId,
  named: string,
): Promise<Result<CustomForm, { reason: 'formUnknown' | 'whichForm' }>> {
  const forms = await roster.forms(practiceId);
  const meant = forms.filter(({ formId, title }) => formId === named || sameText(title, named));
  const [form] = meant;
  if (form === undefined) return refuse({ reason: 'formUnknown' });
  return meant.length === 1 ? ok(form) : refuse({ reason: 'whichForm' });
}
