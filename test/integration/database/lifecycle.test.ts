import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '#backend/database/database.ts';
import { eraseDatabase } from '#backend/database/erase.ts';
import { refusalText } from '#backend/database/refusal.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { WritingBackend } from '#test/faults/writing-backend.ts';
import { newDirectory } from '#test/support/database.ts';

const directory = newDirectory();
const pgdata = join(directory, 'server', 'pgdata');
const lockFile = join(pgdata, 'postmaster.pid');
const now = () => instantOf(new Date());
const open = () => openDatabase({ kind: 'embedded', directory }, now());

let database: Database | null = null;
const bystanders: ChildProcess[] = [];

async function opened(): Promise<Database> {
  const result = await open();
  if (!result.ok) throw new Error(refusalText(result.refusal));
  database = result.value;
  return result.value;
}

/** Process id of the server. */
const pidOf = (running: Database) => running.serverPid() ?? expect.fail('the server is down');

/** Permission bits of a file. */
const mode = (path: string) => statSync(path).mode & 0o777;

/** Waits until a query is answered again; the pool refuses while the server is down. */
async function answers(running: Database): Promise<void> {
  while (
    await running.pool.query('select 1').then(
      () => false,
      () => true,
    )
  ) {
    running.onLost();
  }
}

/** A process of the same system user as the server, which has nothing to do with it. */
async function bystander(): Promise<number> {
  const { uid, gid } = statSync(pgdata);
  const child = spawn('sleep', ['600'], process.getuid?.() === 0 ? { uid, gid } : {});
  bystanders.push(child);
  await once(child, 'spawn');
  return child.pid ?? expect.fail('not started');
}

beforeEach(async () => {
  await opened();
});
afterEach(async () => {
  await database?.close();
  for (const child of bystanders.splice(0)) child.kill();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('a second backend is refused and told who has the directory', async () => {
  const second = await open();
  expect(second).toMatchObject({
    ok: false,
    refusal: { reason: 'alreadyRunning', pid: process.pid, databasePid: database?.serverPid() },
  });
  expect(second.ok || refusalText(second.refusal)).toContain(`process ${process.pid}, since`);
});

test('a server that dies is brought back, and the same connections work again', async () => {
  const running = database ?? (await opened());
  const before = pidOf(running);

  process.kill(before, 'SIGKILL');
  await answers(running);

  expect(pidOf(running)).not.toBe(before);
});

test('the lock of a dead backend is taken over, also when its process id lives on', async () => {
  await database?.close();
  const dead = { life: 'another boot/1', since: now(), token: 'x' };
  for (const pid of [2 ** 22 + 1, await bystander()]) {
    writeFileSync(join(directory, 'backend.lock'), JSON.stringify({ ...dead, pid }));
    const running = await opened();
    await running.close();
  }
});

test('a torn lock record counts as nobody’s', async () => {
  await database?.close();
  writeFileSync(join(directory, 'backend.lock'), '{"pid": 1');
  expect((await opened()).serverPid()).not.toBeNull();
});

test('a left-over server lock whose process id was given to somebody else is no obstacle', async () => {
  const running = database ?? (await opened());
  const left = readFileSync(lockFile, 'utf8');
  await running.close();
  const somebody = await bystander();
  // As a crash and a reboot leave it: the file stays, its process id is another program's now.
  writeFileSync(lockFile, left.replace(/^\d+/, String(somebody)));

  const again = await opened();

  expect(pidOf(again)).not.toBe(somebody);
  expect(readFileSync(lockFile, 'utf8').split('\n')[0]).toBe(String(pidOf(again)));
});

test('a left-over server that was started with other settings is replaced, not adopted', async () => {
  await database?.close();
  const killed = new WritingBackend(directory, 1);
  await killed.started();
  await killed.kill();
  const left = readFileSync(lockFile, 'utf8').split('\n')[0];
  const options = join(pgdata, 'postmaster.opts');
  writeFileSync(options, readFileSync(options, 'utf8').replace('fsync=on', 'fsync=off'));

  const next = await opened();

  expect(String(pidOf(next))).not.toBe(left);
  expect((await next.pool.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
});

test('a closed database leaves no lock, no socket and no process', async () => {
  const running = database ?? (await opened());
  const pid = pidOf(running);
  const socketFolder = running.pool.options.host ?? expect.fail('no socket');

  await running.close();

  expect(existsSync(lockFile)).toBe(false);
  expect(existsSync(join(directory, 'backend.lock'))).toBe(false);
  expect(existsSync(socketFolder)).toBe(false);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('files made by another version are refused, not touched', async () => {
  await database?.close();
  const version = join(pgdata, 'PG_VERSION');
  const right = readFileSync(version, 'utf8');
  writeFileSync(version, '17\n');
  try {
    expect(await open()).toMatchObject({ refusal: { reason: 'otherVersion', found: '17' } });
  } finally {
    writeFileSync(version, right);
  }
});

test('a server that can’t start is reported with its last words', { timeout: 60_000 }, async () => {
  await database?.close();
  const hba = join(pgdata, 'pg_hba.conf');
  const right = readFileSync(hba, 'utf8');
  writeFileSync(hba, 'nonsense\n');
  try {
    const refused = await open();
    expect(refused).toMatchObject({ refusal: { reason: 'startFailed' } });
    expect(refused.ok || refusalText(refused.refusal)).toContain('pg_hba');
  } finally {
    writeFileSync(hba, right);
  }
});

test('passwords, files and socket are for one user, and only scram opens the door', async () => {
  const running = database ?? (await opened());
  expect(mode(join(directory, 'secrets.json'))).toBe(0o600);
  expect(mode(join(directory, 'postgres.log'))).toBe(0o600);
  expect(mode(pgdata)).toBe(0o700);
  expect(mode(running.pool.options.host ?? '')).toBe(0o700);
  const methods = readFileSync(join(pgdata, 'pg_hba.conf'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/).at(-1));
  expect(new Set(methods)).toEqual(new Set(['scram-sha-256']));
  const { rows } = await running.pool.query(
    `select current_setting('listen_addresses') as listens, current_setting('data_checksums') as sums,
      (select datlocale from pg_database where datname = current_database()) as locale`,
  );
  expect(rows).toEqual([{ listens: '', sums: 'on', locale: 'C.UTF-8' }]);
});

test('neither a failing statement nor its values reach the server’s log', async () => {
  const running = database ?? (await opened());
  const failing = running.pool.query(
    `insert into directory.practice values ($1, $2), ('CANARY-LITERAL', now())`,
    ['CANARY-PARAMETER', 'CANARY-PARAMETER'],
  );
  await expect(failing).rejects.toThrow('uuid');
  const log = readFileSync(join(directory, 'postgres.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('CANARY-PARAMETER');
});

test('erasing is refused while a backend runs, and removes everything after', async () => {
  const doomed = newDirectory();
  const result = await openDatabase({ kind: 'embedded', directory: doomed }, now());
  if (!result.ok) throw new Error(refusalText(result.refusal));

  expect(await eraseDatabase(doomed, now())).toMatchObject({
    refusal: { reason: 'alreadyRunning' },
  });
  await result.value.close();
  expect(await eraseDatabase(doomed, now())).toEqual({ ok: true, value: undefined });
  expect(existsSync(doomed)).toBe(false);
});
