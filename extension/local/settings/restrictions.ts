import { SAFEST } from '#shared/contracts/managed-settings.ts';
import type { Policy } from './policy.ts';

/**
 * What stays restricted although the policy does not say so any more: Chromium drops a key with one
 * bad member or a number out of range, whole and without a word, so a key that went missing may be
 * one that was to restrict more. Only what is narrower than the safest value is in it; the safest
 * values of all other keys are as narrow as can be, or restrict nothing.
 */
export function stillRestricted({ allowedEhrs, lockAfterIdleMinutes }: Policy): Policy {
  const { allowedEhrs: all, lockAfterIdleMinutes: longest } = SAFEST;
  const ehrs = usable(allowedEhrs)?.filter((ehr) => all?.includes(ehr));
  const minutes = usable(lockAfterIdleMinutes);
  return {
    ...(ehrs !== undefined && ehrs.length < (all?.length ?? 0)
      ? { allowedEhrs: { value: ehrs } }
      : {}),
    ...(minutes !== undefined && minutes < (longest ?? 0)
      ? { lockAfterIdleMinutes: { value: minutes } }
      : {}),
  };
}

function usable<Value>(one: { readonly value: Value } | 'refused' | undefined): Value | undefined {
  return one === 'refused' ? undefined : one?.value;
}
