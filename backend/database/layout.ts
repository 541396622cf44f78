import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { DatabaseRefusal } from './refusal.ts';
import type { SystemUser } from './system-user.ts';

/** Where an embedded database keeps what. */
export interface Layout {
  /** The backend's directory: lock, passwords, log. */
  readonly directory: string;
  /** PostgreSQL's own files; only the server's user may enter. */
  readonly pgdata: string;
  readonly log: string;
  readonly secrets: string;
  /** Folder of the server's socket; only the server's user (and root) may enter. */
  readonly socketFolder: string;
}

/** A socket's path may hold 107 bytes; this leaves room for the folder's and the socket's name. */
const MAX_SOCKET_ROOT = 60;

/** Makes the folders of an embedded database, or finds them. */
export function prepareLayout(wanted: string, user: SystemUser): Result<Layout, DatabaseRefusal> {
  mkdirSync(wanted, { recursive: true, mode: user.uid === undefined ? 0o700 : 0o711 });
  const directory = realpathSync(wanted);
  const socketFolder = join(socketRoot(user), `throughline-${nameOf(directory)}`);
  if (!makePrivate(socketFolder, user))
    return refuse({ reason: 'unsafeFolder', folder: socketFolder });
  return ok({
    directory,
    pgdata: join(serverFolder(directory, user), 'pgdata'),
    log: join(directory, 'postgres.log'),
    secrets: join(directory, 'secrets.json'),
    socketFolder,
  });
}

/**
 * The folder that holds `pgdata`. Where the server's user can't enter the directory (it lies below
 * /root) the files go to /var/lib and a link in the directory says where.
 */
function serverFolder(directory: string, user: SystemUser): string {
  const folder = join(directory, 'server');
  if (!existsSync(folder)) {
    if (mayEnter(directory, user)) {
      mkdirSync(folder, { mode: 0o700 });
    } else {
      const elsewhere = join('/var/lib/throughline', nameOf(directory));
      mkdirSync(elsewhere, { recursive: true, mode: 0o711 });
      symlinkSync(elsewhere, folder);
    }
  }
  const real = realpathSync(folder);
  own(real, user);
  return real;
}

function socketRoot(user: SystemUser): string {
  const root = tmpdir();
  return user.uid === undefined && root.length <= MAX_SOCKET_ROOT ? root : '/tmp';
}

/** A short name that stands for a directory. */
function nameOf(directory: string): string {
  return createHash('sha256').update(directory).digest('hex').slice(0, 12);
}

/** Makes a folder for the user alone. False when it was somebody else's before. */
function makePrivate(folder: string, user: SystemUser): boolean {
  if (process.platform === 'win32') return true;
  const owner = user.uid ?? process.getuid?.();
  try {
    mkdirSync(folder, { mode: 0o700 });
    own(folder, user);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
}

function own(folder: string, user: SystemUser): void {
  if (user.uid === undefined || user.gid === undefined) return;
  chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

/** Whether the user can enter a folder, with all that may stand in the way. */
function mayEnter(folder: string, user: SystemUser): boolean {
  if (user.uid === undefined) return true;
  const run = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' });
  return run.status === 0;
}
