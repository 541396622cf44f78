import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startWeakServer } from '#test/support/weak-server.ts';
import { freeze } from './freeze.ts';
import { type Crash, compare } from './rounds.ts';
import { WritingBackend } from './writing-backend.ts';

/**
 * A power cut, as near as one gets without pulling the plug: the database lies on a file system of
 * its own in an image file. While clients submit, the server is frozen and the image is copied.
 * What the kernel had not been told to write is missing from the copy; the copy is then opened as
 * the machine would find it after the power came back.
 */

/** Why a power cut can't be played here; null when it can. */
export function powerCutObstacle(): string | null {
  if (process.platform !== 'linux') return 'loop devices are a Linux facility';
  if (process.getuid?.() !== 0) return 'mounting an image needs root';
  try {
    execFileSync('losetup', ['--find'], { stdio: 'pipe' });
    execFileSync('mkfs.ext4', ['-V'], { stdio: 'pipe' });
    return null;
  } catch {
    return 'losetup or mkfs.ext4 is missing, or no loop device is free';
  }
}

/** Plays one power cut. */
export async function cutPower(writers: number): Promise<Crash> {
  return onDisks(async (disks) => {
    const backend = new WritingBackend(join(disks.before, 'data'), writers);
    const started = await backend.started();
    if (!('serverPid' in started)) throw new Error('the database was refused');
    await backend.acks(writers * 4);
    // What is acknowledged at this point must be in the copy; more may be.
    const acknowledged = [...backend.acknowledged];
    disks.cut(started.serverPid);
    await backend.stop();
    const restored = Date.now();
    const compared = await compare(join(disks.after, 'data'), { acknowledged });
    return { ...compared, backAfter: Date.now() - restored };
  });
}

/**
 * The same cut on a server with fsync off: shows that the cut is one. Returns how many of the
 * acknowledged rows were lost; all of them when the copy doesn't even start.
 */
export async function cutPowerWithoutFsync(): Promise<{
  readonly acknowledged: number;
  readonly lost: number;
}> {
  const acknowledged = 500;
  return onDisks(async (disks) => {
    const weak = { fsync: 'off', synchronous_commit: 'off' };
    const server = await startWeakServer(join(disks.before, 'data'), weak);
    const writer = new Client(server.superuser);
    await writer.connect();
    await writer.query('create table kept (number int)');
    for (let number = 0; number < acknowledged; number += 1) {
      await writer.query('insert into kept values ($1)', [number]);
    }
    disks.cut(server.pid);
    await writer.end();
    await server.stop();
    return { acknowledged, lost: acknowledged - (await rowsKept(join(disks.after, 'data'))) };
  });
}

/** Rows that a restored copy still has. */
async function rowsKept(directory: string): Promise<number> {
  const restored = await startWeakServer(directory, {}).catch(() => null);
  if (restored === null) return 0;
  const reader = new Client(restored.superuser);
  try {
    await reader.connect();
    const { rows } = await reader.query<{ count: number }>('select count(*)::int from kept');
    return rows[0]?.count ?? 0;
  } catch {
    return 0;
  } finally {
    await reader.end();
    await restored.stop();
  }
}

/** A file system that loses power, and what is found on it afterwards. */
interface Disks {
  readonly before: string;
  readonly after: string;
  /** Freezes the server, copies the image as it is at that moment, and mounts the copy. */
  readonly cut: (serverPid: number) => void;
}

/** Makes an image, mounts it, and clears everything away in the end. */
async function onDisks<T>(work: (disks: Disks) => Promise<T>): Promise<T> {
  const base = mkdtempSync(join(tmpdir(), 'tl-power-'));
  const [image, copy] = [join(base, 'disk'), join(base, 'copy')];
  const [before, after] = [join(base, 'before'), join(base, 'after')];
  execFileSync('chmod', ['711', base]);
  execFileSync('truncate', ['--size=600M', image]);
  execFileSync('mkfs.ext4', ['-q', image]);
  const cut = (serverPid: number) => {
    const frozen = freeze(serverPid);
    execFileSync('cp', ['--sparse=always', image, copy]);
    frozen.thaw();
    mount(copy, after);
  };
  try {
    mount(image, before);
    return await work({ before, after, cut });
  } finally {
    for (const folder of [before, after].filter((candidate) => existsSync(candidate))) {
      execFileSync('umount', [folder], { stdio: 'pipe' });
    }
    rmSync(base, { recursive: true, force: true });
  }
}

function mount(image: string, folder: string): void {
  mkdirSync(folder);
  execFileSync('mount', ['-o', 'loop', image, folder]);
  execFileSync('chmod', ['711', folder]);
}
