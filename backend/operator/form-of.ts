import type { CustomForm } from '#shared/contracts/custom-form.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Operator } from './operator.ts';
import { sameText } from './practice-of.ts';

/**
 * The form of the practice's own that is meant, by id or title, among those in use. To replace a link
 * one out of use will do, if none in use is meant: what was sent before can still be answered.
 */
export async function formOf(
  { roster }: Operator,
  practiceId: PracticeId,
  { named, toReplaceLink }: { readonly named: string; readonly toReplaceLink: boolean },
): Promise<Result<CustomForm, { reason: 'formUnknown' | 'whichForm' }>> {
  const meantOf = (forms: readonly CustomForm[]) =>
    forms.filter(({ formId, title }) => formId === named || sameText(title, named));
  const inUse = meantOf(await roster.forms(practiceId));
  const meant =
    inUse.length > 0 || !toReplaceLink ? inUse : meantOf(await roster.forms(practiceId, 'all'));
  const [form] = meant;
  if (form === undefined) return refuse({ reason: 'formUnknown' });
  return meant.length === 1 ? ok(form) : refuse({ reason: 'whichForm' });
}
