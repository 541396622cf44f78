import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { writeDurably } from './durable.ts';

/** Passwords of an embedded database's two logins. */
const Secrets = z.object({
  /** For making roles, running migrations and backup; never serves a request. */
  superuser: z.string(),
  /** For the application. */
  application: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/** Reads the passwords, or makes them: 192 random bits each, in a file that only its owner reads. */
export function loadSecrets(path: string): Secrets {
  if (!existsSync(path)) {
    const made: Secrets = { superuser: newPassword(), application: newPassword() };
    writeDurably(path, JSON.stringify(made), 0o600);
  }
  return Secrets.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
