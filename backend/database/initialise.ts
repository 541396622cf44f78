import { execFile } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Binaries } from './binaries.ts';
import { syncFolder } from './durable.ts';
import type { Layout } from './layout.ts';
import { ROLES } from './login.ts';
import type { DatabaseRefusal } from './refusal.ts';
import type { SystemUser } from './system-user.ts';

const run = promisify(execFile);

/**
 * Makes the server's files unless they are there. They appear under their name only when complete,
 * so an interrupted first start simply begins again.
 */
export async function initialise(
  layout: Layout,
  binaries: Binaries,
  user: SystemUser,
  superuserPassword: string,
): Promise<Result<void, DatabaseRefusal>> {
  if (existsSync(layout.pgdata)) return checkVersion(layout, binaries);
  const folder = dirname(layout.pgdata);
  const draft = join(folder, 'pgdata.new');
  const passwordFile = join(folder, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  try {
    if (user.uid !== undefined && user.gid !== undefined) {
      chownSync(passwordFile, user.uid, user.gid);
    }
    await run(binaries.initdb, initdbArguments(draft, passwordFile), { ...user, cwd: '/' });
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown';
    return refuse({ reason: 'startFailed', log: layout.log, lastWords: detail });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // initdb has synced what is in it; its new name and its folder's are ours to keep.
  renameSync(draft, layout.pgdata);
  const folders = [folder, dirname(folder), layout.directory, dirname(layout.directory)];
  for (const named of folders) syncFolder(named);
  return ok(undefined);
}

function initdbArguments(pgdata: string, passwordFile: string): readonly string[] {
  return [
    `--pgdata=${pgdata}`,
    `--username=${ROLES.superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorts alike on every machine: the order of an index must not hang on a library's version.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ];
}

function checkVersion(layout: Layout, binaries: Binaries): Result<void, DatabaseRefusal> {
  const found = readFileSync(join(layout.pgdata, 'PG_VERSION'), 'utf8').trim();
  if (found === binaries.major) return ok(undefined);
  return refuse({ reason: 'otherVersion', found, wanted: binaries.major });
}
