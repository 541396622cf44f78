import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { askCommand, runCommand, type Settings, serverSettings } from '#test/support/operator.ts';

const PASSWORD = 'correct horse battery staple';
const NADIA = 'nadia@elm-street.example';
const BORN = '1991-03-14';

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
  const person = ['--name', `Jordan ${'ABCDEFGHIJ'[counted] ?? 'Z'}very`, '--birth-date', BORN];
  clientId = String((await answered(['add-client', ...person, '--clinician', NADIA]))['clientId']);
});
afterAll(() => database.close());

async function answered(words: readonly string[], piped: string | null = null) {
  return (await askCommand(settings, words, piped)).answer;
}

const say = (command: string, ...words: readonly string[]) =>
  answered([command, '--client', clientId, ...words]);

const recorded = () =>
  database.asSuperuser(
    `select action, actor_id from care.audit_event
     where client_id = $1 and action like 'client.care%' order by at`,
    [clientId],
  );

describe('care that ends and goes on', () => {
  it('is said twice without harm, and recorded once as the operator’s', async () => {
    expect(await say('end-care', '--birth-date', BORN)).toMatchObject({
      done: true,
      wasInCare: true,
    });
    expect(await say('end-care')).toMatchObject({ done: true, wasInCare: false });
    expect(await say('send', '--measure', 'phq9')).toMatchObject({ refusal: 'clientNotInCare' });
    expect(await say('resume-care')).toMatchObject({ done: true, hadEnded: true });
    expect(await say('resume-care')).toMatchObject({ done: true, hadEnded: false });
    expect(await say('send', '--measure', 'phq9')).toMatchObject({ done: true });
    expect(await recorded()).toEqual([
      { action: 'client.careEnded', actor_id: 'operator' },
      { action: 'client.careResumed', actor_id: 'operator' },
    ]);
  });

  it('leaves the client on the list, marked with the last day on which care ended', async () => {
    const found = async () =>
      ((await answered(['list', '--clients']))['clients'] as { clientId: string }[]).find(
        (client) => client.clientId === clientId,
      );
    expect(await found()).toMatchObject({ inCare: true, careEndedOn: null });
    await say('end-care');
    await say('resume-care');
    await say('end-care');
    await database.asSuperuser(
      `update care.audit_event set at = case when event_id = (
         select min(event_id::text)::uuid from care.audit_event
         where client_id = $1 and action = 'client.careEnded'
       ) then '2026-01-05T12:00:00Z'::timestamptz else '2026-03-02T04:00:00Z' end
       where client_id = $1 and action = 'client.careEnded'`,
      [clientId],
    );
    expect(await found()).toMatchObject({ inCare: false, careEndedOn: '2026-03-01' });
    const { out } = await runCommand(settings, ['list', '--clients']);
    expect(out).toContain('born 14 Mar 1991  care ended on 1 Mar 2026');
    const lines = out.split('\n');
    const inCare = lines.findLastIndex((line) => line.endsWith('born 14 Mar 1991'));
    expect(inCare).toBeLessThan(lines.findIndex((line) => line.includes('care ended')));
    await say('resume-care');
    expect(await found()).toMatchObject({ inCare: true, careEndedOn: null });
  });

  it.each([
    ['birthDateDiffers', ['--birth-date', '1950-01-01']],
    ['wrongUsage', ['--birth-date', 'March']],
    ['practiceUnknown', ['--practice', 'Oak Street']],
  ])('is refused as %s: %j', async (refusal, words) => {
    for (const command of ['end-care', 'resume-care']) {
      expect(await say(command, ...words)).toMatchObject({ done: false, refusal });
    }
    expect(await recorded()).toEqual([]);
  });
});
