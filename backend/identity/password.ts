import { hashPassword as scryptHash } from 'better-auth/crypto';
import type { HashPassword } from '#backend/care/practice-setup.ts';
import { ok, refuse } from '#shared/contracts/result.ts';

/** Shortest password (NIST SP 800-63B-4 asks for 15 where it is the only factor). */
export const MIN_PASSWORD_LENGTH = 15;

/** Longest password: more than anybody types, and a bound on what hashing one costs. */
export const MAX_PASSWORD_LENGTH = 128;

/** Hashes a password as the sign-in checks it: scrypt with a salt, by better-auth. */
export const hashPassword: HashPassword = async (password) => {
  const { length } = password;
  if (length < MIN_PASSWORD_LENGTH || length > MAX_PASSWORD_LENGTH) return refuse('weakPassword');
  return ok(await scryptHash(password));
};
