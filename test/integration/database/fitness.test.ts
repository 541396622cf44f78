import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#backend/database/database.ts';
import { provision } from '#backend/database/provision.ts';
import { type RoleDanger, refusalText } from '#backend/database/refusal.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import {
  newDirectory,
  startTestDatabase,
  type TestDatabase,
  urlsOf,
} from '#test/support/database.ts';
import { startWeakServer } from '#test/support/weak-server.ts';

let database: TestDatabase;
let superuserUrl: string;
let applicationUrl: string;

beforeAll(async () => {
  database = await startTestDatabase();
  ({ application: applicationUrl, superuser: superuserUrl } = urlsOf(database));
});
afterAll(() => database.close());
afterEach(async () => {
  await database.asSuperuser('alter role throughline_app reset all');
  await database.asSuperuser('revoke throughline_owner from throughline_app');
});

const openAs = (url: string, ownerUrl = superuserUrl) =>
  openDatabase({ kind: 'server', url, ownerUrl }, instantOf(new Date()));

test('a server with everything in order is served from', async () => {
  const opened = await openAs(applicationUrl);
  if (!opened.ok) throw new Error(refusalText(opened.refusal));
  expect((await opened.value.pool.query('select current_user as is')).rows).toEqual([
    { is: 'throughline_app' },
  ]);
  await opened.value.close();
});

test('commits that don’t wait for the disk are refused, wherever that was set', async () => {
  await database.asSuperuser('alter role throughline_app set synchronous_commit = off');
  const refused = await openAs(applicationUrl);
  expect(refused).toEqual({
    ok: false,
    refusal: {
      reason: 'weakDurability',
      settings: [{ name: 'synchronous_commit', value: 'off' }],
    },
  });
});

test.each(['fsync', 'full_page_writes'])(
  'a server started with %s off is refused',
  async (name) => {
    const directory = newDirectory();
    const server = await startWeakServer(directory, { [name]: 'off' });
    try {
      const { host, port, user, password } = server.superuser;
      const admin = new Client(server.superuser);
      await admin.connect();
      await provision(admin, 'of a test server only');
      await admin.end();
      const urlFor = (login: string) =>
        `postgresql://${login}:${encodeURIComponent(String(password))}@/throughline?host=${host}&port=${port}`;

      const refused = await openAs(urlFor('throughline_app'), urlFor(user ?? ''));

      expect(refused).toEqual({
        ok: false,
        refusal: { reason: 'weakDurability', settings: [{ name, value: 'off' }] },
      });
      expect(refused.ok || refusalText(refused.refusal)).toContain(`${name} is off`);
    } finally {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
);

test('a superuser’s login is refused', async () => {
  expect(await openAs(superuserUrl)).toMatchObject({
    refusal: {
      reason: 'unsafeRole',
      why: [
        'superuser',
        'bypassesRowSecurity',
        'ownsTables',
        'runsServer',
        'altersHistory',
        'reshapesTables',
      ],
    },
  });
});

/** What a hasty hand might give to the application, what takes it back, and what it makes of it. */
const TOO_MUCH: readonly {
  readonly given: string;
  readonly takenBack: string;
  readonly why: RoleDanger;
}[] = [
  {
    given: 'alter role throughline_app bypassrls',
    takenBack: 'alter role throughline_app nobypassrls',
    why: 'bypassesRowSecurity',
  },
  {
    given: 'alter table care.look owner to throughline_app',
    takenBack: 'alter table care.look owner to throughline_owner',
    why: 'ownsTables',
  },
  {
    given: 'alter role throughline_app createrole',
    takenBack: 'alter role throughline_app nocreaterole',
    why: 'runsServer',
  },
  {
    given: 'alter role throughline_app replication',
    takenBack: 'alter role throughline_app noreplication',
    why: 'runsServer',
  },
  {
    given: 'grant pg_read_server_files to throughline_app',
    takenBack: 'revoke pg_read_server_files from throughline_app',
    why: 'runsServer',
  },
  {
    given: 'grant delete on care.look to throughline_app',
    takenBack: 'revoke delete on care.look from throughline_app',
    why: 'altersHistory',
  },
  {
    given: 'grant update on care.audit_event to public',
    takenBack: 'revoke update on care.audit_event from public',
    why: 'altersHistory',
  },
  {
    given: 'grant update (score) on care.response to throughline_app',
    takenBack: 'revoke update (score) on care.response from throughline_app',
    why: 'altersHistory',
  },
  {
    given: 'grant trigger on care.answer to throughline_app',
    takenBack: 'revoke trigger on care.answer from throughline_app',
    why: 'reshapesTables',
  },
  {
    given: 'grant create on schema care to throughline_app',
    takenBack: 'revoke create on schema care from throughline_app',
    why: 'reshapesTables',
  },
];

describe('a login that may do more than the migrations grant is refused', () => {
  test.each(TOO_MUCH)('$given', async ({ given, takenBack, why }) => {
    await database.asSuperuser(given);
    try {
      const refused = await openAs(applicationUrl);
      const dangers: unknown = expect.arrayContaining([why]);
      expect(refused).toMatchObject({ refusal: { reason: 'unsafeRole', why: dangers } });
      expect(refused.ok || refusalText(refused.refusal)).toContain('must not be');
    } finally {
      await database.asSuperuser(takenBack);
    }
  });

  test('also when it would first have to become somebody else', async () => {
    await database.asSuperuser('grant throughline_owner to throughline_app');
    expect(await openAs(applicationUrl)).toMatchObject({
      refusal: { why: ['ownsTables', 'altersHistory', 'reshapesTables'] },
    });
  });
});

const NOWHERE = 'postgresql://someone:hidden@/x?host=/nowhere';

test.each([
  ['for requests', () => openAs(NOWHERE)],
  ['for migrations', () => openAs(applicationUrl, NOWHERE)],
])('a server %s that isn’t there is refused without telling the password', async (_, opening) => {
  const refused = await opening();
  expect(refused).toEqual({ ok: false, refusal: { reason: 'unreachable', detail: 'ENOENT' } });
});

test('a login for migrations that may not become the owner is refused', async () => {
  expect(await openAs(applicationUrl, applicationUrl)).toEqual({
    ok: false,
    refusal: { reason: 'notOwner' },
  });
});
