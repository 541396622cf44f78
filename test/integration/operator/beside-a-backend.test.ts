import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningBackend } from '#backend/serve.ts';
import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { newDirectory, startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import {
  type Answer,
  askCommand,
  follow,
  isSignedIn,
  runCommand,
  type Settings,
  serverSettings,
  signInAt,
} from '#test/support/operator.ts';
import { anOwnForm } from '#test/support/own-form.ts';
import { until } from '#test/support/until.ts';

// On a PostgreSQL server the commands work while the backend serves.

const PASSWORD = 'correct horse battery staple';
const NADIA = 'nadia@elm-street.example';
const OMAR = 'omar@elm-street.example';

const directory = newDirectory();
let database: TestDatabase;
let settings: Settings;
let backend: RunningBackend;
let clientId = '';

/** The facts of a command that is expected to be done. */
async function done(words: readonly string[], piped: string | null = null): Promise<Answer> {
  const { code, answer } = await askCommand(settings, words, piped);
  expect({ code, answer }).toMatchObject({ code: 0, answer: { done: true } });
  return answer;
}

async function addClinician(name: string, email: string): Promise<void> {
  await done(['add-staff', '--name', name, '--email', email, '--role', 'clinician'], PASSWORD);
}

async function addClient(name: string, birthDate: string): Promise<string> {
  const who = ['--name', name, '--birth-date', birthDate, '--clinician', NADIA];
  return String((await done(['add-client', ...who]))['clientId']);
}

async function send(...options: readonly string[]): Promise<Answer> {
  return done(['send', '--client', clientId, ...options]);
}

/** Everything that was recorded, in order, with who did it. */
async function recorded(): Promise<readonly { readonly action: string; readonly who: string }[]> {
  return database.asSuperuser(
    `select action, actor_kind || ' ' || actor_id as who from care.audit_event order by event_id`,
  );
}

beforeAll(async () => {
  database = await startTestDatabase();
  settings = { ...serverSettings(database), THROUGHLINE_PUBLIC_URL: 'https://throughline.example' };
  const { DATABASE_URL: url = '', DATABASE_OWNER_URL: ownerUrl = '' } = settings;
  backend = await startLocalBackend(directory, { database: { kind: 'server', url, ownerUrl } });
  const practice = ['--name', 'Elm Street', '--time-zone', 'America/Chicago'];
  const created = await runCommand(settings, ['create-practice', ...practice]);
  expect(created).toMatchObject({ code: 0, err: '' });
  await addClinician('Nadia Fields', NADIA);
  await addClinician('Omar Reyes', OMAR);
  clientId = await addClient('Jordan Avery', '1991-03-14');
});
afterAll(async () => {
  await backend.stop();
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

test('every step is in the audit log, done by the operator', async () => {
  expect(await recorded()).toEqual(
    ['practice.created', 'staff.added', 'staff.added', 'client.added', 'caseload.assigned'].map(
      (action) => ({ action, who: 'system operator' }),
    ),
  );
});

test('a link works at once, and is kept as a hash alone', async () => {
  const link = String((await send('--measure', 'gad7'))['link']);
  expect((await follow(backend.url, link)).status).toBe(200);
  const rows = await database.asSuperuser('select * from directory.portal_link');
  expect(JSON.stringify(rows)).not.toContain(new URL(link).pathname.slice(3));
});

test('a lost link is replaced: the earlier one is closed, nothing is sent a second time', async () => {
  const first = await send('--measure', 'phq9');
  const again = ['send', '--client', clientId, '--measure', 'phq9'];
  expect((await askCommand(settings, again)).answer).toMatchObject({ refusal: 'stillOpen' });
  const second = await send('--measure', 'phq9', '--new-link');
  expect(second['administrationId']).toBe(first['administrationId']);
  expect(second['opensUntil']).toBe(first['opensUntil']);
  expect((await follow(backend.url, String(first['link']))).status).toBe(404);
  expect((await follow(backend.url, String(second['link']))).status).toBe(200);
  const renewed = { action: 'administration.linkRenewed', who: 'system operator' };
  expect((await recorded()).filter(({ action }) => action === renewed.action)).toEqual([renewed]);
});

test('whoever hands a link over is told what becomes of those that the client has', async () => {
  const words = ['send', '--client', clientId, '--measure', 'pcl5'];
  const sent = await runCommand(settings, words);
  expect(sent.out).toContain('Links to other measures or forms stay as they are.');
  const renewed = await runCommand(settings, [...words, '--new-link']);
  expect(renewed.out).toContain('The link that the client had for this opens no more.');
  const [earlier, later] = [sent, renewed].map(({ out }) => /https:\S+/.exec(out)?.[0] ?? '');
  expect((await follow(backend.url, earlier ?? '')).status).toBe(404);
  expect((await follow(backend.url, later ?? '')).status).toBe(200);
});

test('an own form is sent by its title, once, and listed with its id', async () => {
  const { practices } = (await done(['list'])) as unknown as {
    practices: { practiceId: PracticeId; staff: { staffId: StaffId }[] }[];
  };
  const [practice] = practices;
  const staffId = practice?.staff[0]?.staffId;
  if (practice === undefined || staffId === undefined) throw new Error('nobody works there');
  const { practiceId } = practice;
  const clinician = { practiceId, clinician: { staffId } };
  const { formId } = await anOwnForm(backend, clinician);
  expect((await done(['list']))['practices']).toMatchObject([
    { forms: [{ formId, version: 1, title: 'Diary card' }] },
  ]);
  const sent = await send('--form', 'diary CARD');
  expect((await follow(backend.url, String(sent['link']))).status).toBe(200);
  const asked = await database.asSuperuser(
    'select form_id as "formId" from care.administration where administration_id = $1',
    [sent['administrationId']],
  );
  expect(asked).toEqual([{ formId }]);
  const again = ['send', '--client', clientId, '--form', formId];
  expect((await askCommand(settings, again)).answer).toMatchObject({ refusal: 'stillOpen' });

  // Out of use it is not sent any more, but what was sent can be answered, and its link replaced.
  await database.asSuperuser(
    'update care.own_form set retired_by = $1, retired_at = now() where form_id = $2',
    [staffId, formId],
  );
  expect((await askCommand(settings, again)).answer).toMatchObject({ refusal: 'formUnknown' });
  const renewed = await send('--form', 'Diary card', '--new-link');
  expect(renewed['administrationId']).toBe(sent['administrationId']);
  expect((await follow(backend.url, String(sent['link']))).status).toBe(404);
  expect((await follow(backend.url, String(renewed['link']))).status).toBe(200);
});

test('the list of clients is shown when asked for, and that look is recorded', async () => {
  const people = await done(['list']);
  expect(JSON.stringify(people)).not.toContain('Avery');
  const before = (await recorded()).length;
  expect((await done(['list', '--clients']))['clients']).toEqual([
    {
      clientId,
      displayName: 'Jordan Avery',
      birthDate: '1991-03-14',
      inCare: true,
      careEndedOn: null,
    },
  ]);
  expect((await recorded()).slice(before)).toEqual([
    { action: 'clients.listed', who: 'system operator' },
  ]);
});

test('who leaves is signed out, and the caseload waits until it is handed over', async () => {
  const cookie = (await signInAt(backend.url, NADIA, PASSWORD)) ?? expect.fail('not signed in');
  expect(await isSignedIn(backend.url, cookie)).toBe(true);

  const left = await done(['switch-off', '--staff', NADIA]);
  expect(left).toMatchObject({ wasActive: true, uncovered: [clientId], handedOver: [] });
  await until('the session ends', async () => !(await isSignedIn(backend.url, cookie)));
  expect(await signInAt(backend.url, NADIA, PASSWORD)).toBeNull();

  const handedOver = await done(['switch-off', '--staff', NADIA, '--hand-over-to', OMAR]);
  expect(handedOver).toMatchObject({ wasActive: false, uncovered: [], handedOver: [clientId] });
  const twice = await done(['switch-off', '--staff', NADIA, '--hand-over-to', OMAR]);
  expect(twice).toMatchObject({ wasActive: false, uncovered: [], handedOver: [] });
  expect((await done(['list']))['practices']).toMatchObject([
    {
      staff: [
        { email: NADIA, active: false, clients: 0 },
        { email: OMAR, active: true, clients: 1 },
      ],
    },
  ]);
});

test('a sign-in whose owner can’t be added is not left behind', async () => {
  await database.asSuperuser(
    `alter table care.staff add constraint refused check (display_name <> 'Una Refused')`,
  );
  const words = ['add-staff', '--name', 'Una Refused', '--email', 'una@elm-street.example'];
  const broken = await runCommand(settings, [...words, '--role', 'admin'], `${PASSWORD}\n`);
  expect(broken).toMatchObject({ code: 1, out: '' });
  expect(broken.err).toContain('23514');
  expect(broken.err).not.toContain('Una');
  expect(
    await database.asSuperuser(`select 1 from directory.user where email like 'una@%'`),
  ).toEqual([]);
});
