import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { askCommand, runCommand, type Settings, serverSettings } from '#test/support/operator.ts';

const PASSWORD = 'correct horse battery staple';
const NADIA = 'nadia@elm-street.example';
const MAIL = ['--channel', 'email', '--email', 'jordan@mailbox.example'];

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
});
afterAll(() => database.close());

async function answered(words: readonly string[], piped: string | null = null) {
  return (await askCommand(settings, words, piped)).answer;
}

const contact = (...words: readonly string[]) =>
  answered(['contact', '--client', clientId, ...words]);

describe('the contact of a client', () => {
  it('is kept with the agreement, and recorded as the operator’s', async () => {
    expect(await contact(...MAIL, '--language', 'spanish', '--agreed')).toMatchObject({
      done: true,
      channel: 'email',
      language: 'spanish',
      country: 'US',
      agreed: true,
    });
    const rows = await database.asSuperuser(
      `select actor_id, subject from care.audit_event
       where action = 'contact.stated' and client_id = $1`,
      [clientId],
    );
    expect(rows).toEqual([{ actor_id: 'operator', subject: { channel: 'email', agreed: true } }]);
  });

  it('keeps what is left out, and the agreement as long as the address is the same', async () => {
    await contact(...MAIL, '--agreed');
    expect(await contact('--country', 'CA')).toMatchObject({ country: 'CA', agreed: true });
    expect(await contact('--email', 'other@mailbox.example')).toMatchObject({ agreed: false });
  });

  it('may say that nothing is sent any more', async () => {
    await contact(...MAIL, '--agreed');
    expect(await contact('--channel', 'none')).toMatchObject({ channel: null, agreed: false });
  });

  it.each([
    ['noClientAddress', ['--channel', 'text']],
    ['noClientAddress', ['--agreed']],
    ['birthDateDiffers', ['--birth-date', '1950-01-01', ...MAIL]],
    ['wrongUsage', ['--channel', 'text', '--phone', '555-0142']],
    ['wrongUsage', ['--email', 'two@a.example,three@b.example']],
  ])('is refused as %s: %j', async (refusal, words) => {
    expect(await contact(...words)).toMatchObject({ done: false, refusal });
    const rows = await database.asSuperuser(
      'select 1 from care.client_contact where client_id = $1',
      [clientId],
    );
    expect(rows).toEqual([]);
  });

  it('is told to a person without the address', async () => {
    const { out, err } = await runCommand(settings, [
      'contact',
      '--client',
      clientId,
      ...MAIL,
      '--agreed',
    ]);
    expect(err).toBe('');
    expect(out).toContain(`Client ${clientId} is written to by e-mail.`);
    expect(out).not.toContain('jordan@');
  });
});
