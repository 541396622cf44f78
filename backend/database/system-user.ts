import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { DatabaseRefusal } from './refusal.ts';

/** The system user that the server runs as; empty for the present one. */
export interface SystemUser {
  readonly uid?: number;
  readonly gid?: number;
}

const OWN_NAME = 'throughline';

/**
 * Finds the user to run the server as. PostgreSQL refuses to run as root: then the user
 * `throughline` is taken, else the `postgres` that many machines have, else `throughline` is made.
 */
export function systemUser(): Result<SystemUser, DatabaseRefusal> {
  if (process.getuid?.() !== 0) return ok({});
  const found = userNamed(OWN_NAME) ?? userNamed('postgres');
  if (found !== null) return ok(found);
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_NAME],
      { stdio: 'pipe' },
    );
  } catch (error) {
    return refuse({ reason: 'noSystemUser', detail: error instanceof Error ? error.message : '' });
  }
  const made = userNamed(OWN_NAME);
  return made === null
    ? refuse({ reason: 'noSystemUser', detail: 'useradd reported success but made no user' })
    : ok(made);
}

/** Looks a user up in passwd(5). */
function userNamed(name: string): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
