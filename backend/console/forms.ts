import * as z from 'zod/mini';
import { MAX_PASSWORD_LENGTH } from '#backend/identity/password.ts';

const TypedCode = z.string().check(z.maxLength(40));

/** Signing in, and the pairing to go on with. */
export const SignInForm = z.strictObject({
  email: z.string().check(z.maxLength(254)),
  password: z.string().check(z.maxLength(MAX_PASSWORD_LENGTH)),
  user_code: z.optional(TypedCode),
});

/** Approving or denying a pairing. */
export const ConnectForm = z.strictObject({
  user_code: TypedCode,
  decision: z.enum(['approve', 'deny']),
});

/** Signing out, and the pairing to come back to. */
export const SignOutForm = z.strictObject({ user_code: z.optional(TypedCode) });
