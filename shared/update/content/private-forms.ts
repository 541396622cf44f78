import type { AnsweredForm } from '../../contracts/measure-line.ts';
import { instrument } from '../../instruments/registry.ts';

/**
 * Whether a form asks about violence by a partner: then neither its score nor its answers are in any
 * text, because a note may be read by the partner and the mere name would tell.
 */
export function isPrivateForm(instrumentId: string, forms: readonly AnsweredForm[]): boolean {
  const known = instrument(instrumentId)?.safetyItems ?? [];
  const given = forms
    .filter((form) => form.instrumentId === instrumentId)
    .flatMap(({ answered }) => answered.flatMap(({ safety }) => safety));
  return [...known, ...given].some(({ kind }) => kind === 'partnerViolence');
}
