import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { writeDurably } from './durable.ts';
import type { Layout } from './layout.ts';
import type { DatabaseRefusal } from './refusal.ts';

/** Passwords of an embedded database's two logins. */
const Secrets = z.object({
  /** For making roles, running migrations and backup; never serves a request. */
  superuser: z.string(),
  /** For the application. */
  application: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/**
 * Reads the passwords of a directory, or makes them: 192 random bits each, in a file that only its
 * owner reads. They are made before there is data and never after: new ones would not open what
 * the lost ones closed, and would hide that a part of the directory is missing.
 */
export function loadSecrets({
  secrets: file,
  pgdata,
}: Pick<Layout, 'secrets' | 'pgdata'>): Result<Secrets, DatabaseRefusal> {
  if (!existsSync(file)) {
    if (existsSync(pgdata)) return refuse({ reason: 'secretsUnusable', file, how: 'missing' });
    const made: Secrets = { superuser: newPassword(), application: newPassword() };
    writeDurably(file, JSON.stringify(made), 0o600);
  }
  const secrets = secretsIn(readFileSync(file, 'utf8'));
  return secrets === null
    ? refuse({ reason: 'secretsUnusable', file, how: 'damaged' })
    : ok(secrets);
}

function secretsIn(text: string): Secrets | null {
  try {
    return Secrets.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
