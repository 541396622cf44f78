import * as z from 'zod/mini';
import { MAX_PASSWORD_LENGTH } from '#backend/identity/password.ts';
import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import type { RuleCode } from '#shared/contracts/alert.ts';
import { Destination } from './destination.ts';

const TypedCode = z.string().check(z.maxLength(40));

/** Signing in, and the pairing to go on with. */
export const SignInForm = z.strictObject({
  email: z.string().check(z.maxLength(254)),
  password: z.string().check(z.maxLength(MAX_PASSWORD_LENGTH)),
  user_code: z.optional(TypedCode),
  to: z.optional(Destination),
});

/** Approving or denying a pairing. */
export const ConnectForm = z.strictObject({
  user_code: TypedCode,
  decision: z.enum(['approve', 'deny']),
});

/** Signing out, and the pairing to come back to. */
export const SignOutForm = z.strictObject({ user_code: z.optional(TypedCode) });

/** Confirming a licence: the fingerprint of the terms that were read, and the tick. */
export const ConfirmForm = z.strictObject({
  terms: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  agreed: z.literal('yes'),
});

/** Withdrawing a confirmation. */
export const WithdrawForm = z.strictObject({});

/** A number as somebody types it, or nothing for the default. */
const TypedNumber = z.optional(z.string().check(z.maxLength(20)));

/** Setting one rule: a field for each of its numbers, and the version that was on screen. */
export function ruleForm(code: RuleCode) {
  const numbers = Object.fromEntries(RULES[code].parameters.map(({ name }) => [name, TypedNumber]));
  return z.strictObject({
    ...numbers,
    version: z.string().check(z.regex(/^\d{1,9}$/)),
    decision: z.enum(['save', 'defaults']),
    enabled: z.optional(z.literal('on')),
  });
}
