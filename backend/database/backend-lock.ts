import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { isAlive, lifeOf } from './process-facts.ts';

/**
 * One backend a directory. The record says which process holds it and which life of that process,
 * so that neither a crash nor a reused process id leaves the directory locked.
 */
const HolderRecord = z.object({
  pid: z.int(),
  /** {@link lifeOf} the process; null where the system doesn't tell. */
  life: z.nullable(z.string()),
  since: Instant,
  /** Tells two attempts of one process apart. */
  token: z.string(),
});
type HolderRecord = z.infer<typeof HolderRecord>;

/** Who holds a directory. */
export type Holder = Pick<HolderRecord, 'pid' | 'since'>;

/** A directory that is held by this process. */
export interface BackendLock {
  /** False when somebody else's record stands in its place: then nothing may be served. */
  readonly stillHeld: () => boolean;
  readonly release: () => void;
}

const FILE = 'backend.lock';

/** Takes the directory for this process, or says who has it. */
export function takeLock(directory: string, now: Instant): Result<BackendLock, Holder> {
  const path = join(directory, FILE);
  const own = { pid: process.pid, life: lifeOf(process.pid), since: now, token: randomUUID() };
  const draft = join(directory, `${FILE}.${own.token}`);
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    // A link appears whole or not at all, and fails when the name is taken.
    while (!linked(draft, path)) {
      const holder = read(path);
      if (holder !== null && lives(holder)) return refuse({ pid: holder.pid, since: holder.since });
      setAside(path, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const stillHeld = () => read(path)?.token === own.token;
  return ok({
    stillHeld,
    release: () => {
      if (stillHeld()) rmSync(path, { force: true });
    },
  });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moves a dead backend's record out of the way. If what was moved is not that record, another
 * backend was quicker: its record is put back. Whoever starts looks once more before it serves.
 */
function setAside(path: string, dead: HolderRecord | null): void {
  const aside = `${path}.${randomUUID()}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== null && moved.token !== dead?.token) linked(aside, path);
  rmSync(aside, { force: true });
}

function lives(holder: HolderRecord): boolean {
  if (!isAlive(holder.pid)) return false;
  return holder.life === null || holder.life === lifeOf(holder.pid);
}

function read(path: string): HolderRecord | null {
  try {
    return HolderRecord.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
