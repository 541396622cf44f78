import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { askCommand, type Settings, serverSettings } from '#test/support/operator.ts';

const PASSWORD = 'correct horse battery staple';
const NADIA = 'nadia@elm-street.example';

let database: TestDatabase;
let settings: Settings;
let clientId: string;
let counted = 0;

beforeAll(async () => {
  database = await startTestDatabase();
  settings = serverSettings(database);
  await answered(['create-practice', '--name', 'Elm Street', '--time-zone', 'America/Chicago']);
  const person = ['--name', 'Nadia Fields', '--email', NADIA, '--role', 'clinician'];
  await answered(['add-staff', ...person], PASSWORD);
});
beforeEach(async () => {
  counted += 1;
  const born = ['--birth-date', `1991-03-${String(counted).padStart(2, '0')}`];
  const added = ['add-client', '--name', 'Jordan Avery', ...born, '--clinician', NADIA];
  clientId = String((await answered(added))['clientId']);
  expect(await send('--measure', 'phq9')).toMatchObject({ done: true });
});
afterAll(() => database.close());

async function answered(words: readonly string[], piped: string | null = null) {
  return (await askCommand(settings, words, piped)).answer;
}

const send = (...words: readonly string[]) => answered(['send', '--client', clientId, ...words]);

/** Everything that was handed out to the client, and every link to it. */
const handedOut = () =>
  database.asSuperuser(
    `select a.administration_id, l::text from care.administration a
     join directory.portal_link l using (administration_id) where a.client_id = $1 order by 1, 2`,
    [clientId],
  );

async function paused(reason: string, endedAt: string | null = null): Promise<void> {
  await database.asSuperuser(
    `insert into care.pause
       (practice_id, pause_id, client_id, reason, from_day, set_by, set_at, ended_at, ended_by)
     select c.practice_id, $1, c.client_id, $2, current_date - 1, s.staff_id,
       now() - interval '1 hour', $3, case when $3::timestamptz is null then null else s.staff_id end
     from care.client c join care.staff s using (practice_id) where c.client_id = $4`,
    [v7(), reason, endedAt, clientId],
  );
}

const outOfCare = () =>
  database.asSuperuser('update care.client set active = false where client_id = $1', [clientId]);

it.each([
  ['sendingPaused', 'A clinician ends the pause', () => paused('crisis')],
  ['clientNotInCare', 'no longer in care', outOfCare],
])('%s: neither sent nor given a new link', async (refusal, hint, happens) => {
  await happens();
  const before = await handedOut();
  for (const words of [
    ['--measure', 'gad7'],
    ['--measure', 'phq9'],
    ['--measure', 'phq9', '--new-link'],
  ]) {
    const answer = await send(...words);
    expect(answer).toMatchObject({ done: false, refusal });
    expect(answer.message).toContain(hint);
  }
  expect(await handedOut()).toEqual(before);
});

it('a crisis that is over, and any other pause, leaves a person free to send', async () => {
  await paused('crisis', '2026-11-01T12:00:00.000Z');
  await paused('away');
  expect(await send('--measure', 'gad7')).toMatchObject({ done: true });
  expect(await send('--measure', 'phq9', '--new-link')).toMatchObject({ done: true });
});
