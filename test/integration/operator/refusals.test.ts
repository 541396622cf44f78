import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { askCommand, runCommand, type Settings, serverSettings } from '#test/support/operator.ts';

const PASSWORD = 'correct horse battery staple';
const NADIA = 'nadia@elm-street.example';
const OMAR = 'omar@elm-street.example';
const PETRA = 'petra@elm-street.example';
const ELM = ['--practice', 'Elm Street'];

let database: TestDatabase;
let settings: Settings;
let clientId = '';

const ask = (words: readonly string[], piped: string | null = null) =>
  askCommand(settings, words, piped);

async function done(words: readonly string[], piped: string | null = null): Promise<string> {
  const { code, answer } = await ask(words, piped);
  expect({ code, answer }).toMatchObject({ code: 0 });
  return String(answer['clientId']);
}

/** Every row that a command could have changed. */
async function everything(): Promise<string> {
  const tables = ['directory.user', 'directory.portal_link', 'care.practice', 'care.staff'];
  tables.push('care.client', 'care.assignment', 'care.administration');
  const rows = [];
  for (const table of tables) {
    rows.push(await database.asSuperuser(`select t::text from ${table} t order by 1`));
  }
  return JSON.stringify(rows);
}

beforeAll(async () => {
  database = await startTestDatabase();
  settings = serverSettings(database);
  for (const name of ['Elm Street', 'Oak Avenue']) {
    await done(['create-practice', '--name', name, '--time-zone', 'America/Chicago']);
  }
  for (const [email, role] of [
    [NADIA, 'clinician'],
    [OMAR, 'clinician'],
    [PETRA, 'admin'],
  ] as const) {
    const person = ['--name', 'Somebody', '--email', email, '--role', role];
    await done(['add-staff', ...ELM, ...person], PASSWORD);
  }
  await done(['switch-off', ...ELM, '--staff', OMAR]);
  clientId = await done(['add-client', ...client()]);
  await done(['send', ...ELM, '--client', clientId, '--measure', 'phq9']);
});
afterAll(() => database.close());

function staff(over: Readonly<Record<string, string>> = {}): readonly string[] {
  const facts = { name: 'Una Park', email: 'una@elm-street.example', role: 'clinician', ...over };
  return [...ELM, ...Object.entries(facts).flatMap(([name, value]) => [`--${name}`, value])];
}

function client(over: Readonly<Record<string, string>> = {}): readonly string[] {
  const facts = { name: 'Jordan Avery', 'birth-date': '1991-03-14', clinician: NADIA, ...over };
  return [...ELM, ...Object.entries(facts).flatMap(([name, value]) => [`--${name}`, value])];
}

const sending = (...words: readonly string[]) => ['send', ...ELM, ...words];

describe('refused, with nothing changed', () => {
  test.each<[string, () => readonly string[], string]>([
    [
      'practiceThere',
      () => ['create-practice', '--name', 'ELM STREET', '--time-zone', 'UTC'],
      'Go on with add-staff',
    ],
    ['emailTaken', () => ['add-staff', ...staff({ email: NADIA.toUpperCase() })], 'sign-in'],
    ['practiceUnknown', () => ['add-staff', ...staff({ practice: 'Elm' }).slice(2)], 'list'],
    ['practiceUnknown', () => ['list', '--practice', v7()], 'list'],
    ['whichPractice', () => ['list', '--clients'], '--practice'],
    ['clientThere', () => ['add-client', ...client()], '--another-person'],
    ['clientThere', () => ['add-client', ...client({ name: 'avery, jordan m.' })], 'already'],
    ['staffUnknown', () => ['add-client', ...client({ clinician: 'nobody@x.example' })], 'list'],
    ['staffSwitchedOff', () => ['add-client', ...client({ clinician: OMAR })], 'switched off'],
    ['notClinician', () => ['add-client', ...client({ clinician: PETRA })], 'not a clinician'],
    ['bornInFuture', () => ['add-client', ...client({ 'birth-date': '2190-01-01' })], 'future'],
    [
      'careOutOfOrder',
      () => ['add-client', ...client({ name: 'New Person', 'in-care-since': '1990-01-01' })],
      'after the birth date',
    ],
    [
      'careOutOfOrder',
      () => ['add-client', ...client({ name: 'New Person', 'in-care-since': '2190-01-01' })],
      'future',
    ],
    ['stillOpen', () => sending('--client', clientId, '--measure', 'phq9'), '--new-link'],
    [
      'licenceNotConfirmed',
      () => sending('--client', clientId, '--measure', 'core10'),
      'reads and confirms it at /measures',
    ],
    ['measureOrForm', () => sending('--client', clientId), '--form for an own form'],
    [
      'measureOrForm',
      () => sending('--client', clientId, '--measure', 'phq9', '--form', 'Diary card'),
      '--measure for a published measure',
    ],
    ['formUnknown', () => sending('--client', clientId, '--form', 'Diary card'), 'at /forms'],
    ['noneOpen', () => sending('--client', clientId, '--measure', 'pcl5', '--new-link'), 'waits'],
    ['clientUnknown', () => sending('--client', v7(), '--measure', 'pcl5'), 'list --clients'],
    ['clientUnknown', () => sending('--client', v7(), '--measure', 'pcl5', '--new-link'), 'list'],
    [
      'clientUnknown',
      () => ['send', '--practice', 'Oak Avenue', '--client', clientId, '--measure', 'pcl5'],
      'No client of the practice',
    ],
    [
      'birthDateDiffers',
      () => sending('--client', clientId, '--measure', 'pcl5', '--birth-date', '1991-03-15'),
      'look at the id',
    ],
    [
      'birthDateDiffers',
      () =>
        sending(
          '--client',
          clientId,
          '--measure',
          'phq9',
          '--birth-date',
          '1991-03-15',
          '--new-link',
        ),
      'look at the id',
    ],
    ['staffUnknown', () => ['switch-off', ...ELM, '--staff', 'nobody@x.example'], 'list'],
    [
      'samePerson',
      () => ['switch-off', ...ELM, '--staff', NADIA, '--hand-over-to', NADIA],
      'Somebody else',
    ],
    [
      'notClinician',
      () => ['switch-off', ...ELM, '--staff', NADIA, '--hand-over-to', PETRA],
      'not a clinician',
    ],
  ])('%s', async (refusal, words, hint) => {
    const before = await everything();
    const { code, answer } = await ask(words(), PASSWORD);
    expect({ code, answer }).toMatchObject({ code: 1, answer: { done: false, refusal } });
    expect(answer.message).toContain(hint);
    expect(answer.message).not.toContain('Avery');
    expect(await everything()).toBe(before);
  });
});

describe('not understood, with nothing tried', () => {
  test.each<[string, readonly string[], string]>([
    ['no command', [], 'Say what'],
    ['an unknown command', ['remove-everything'], 'no such command'],
    ['a name without quotes', ['create-practice', '--name', 'Elm', 'Street'], 'quotes'],
    ['an option that is not there', ['list', '--all'], '--all'],
    ['an option twice', ['list', '--practice', 'a', '--practice', 'b'], 'twice'],
    ['an option without its value', ['add-staff', '--name', '--email', NADIA], '--name needs'],
    ['a flag with a value', ['list', '--clients=yes'], 'takes no value'],
    ['what is needed and missing', ['create-practice', '--name', 'Elm'], '--time-zone is needed'],
    [
      'no time zone',
      ['create-practice', '--name', 'Elm', '--time-zone', 'Chicago'],
      '--time-zone must',
    ],
    ['an empty name', ['create-practice', '--name', ' ', '--time-zone', 'UTC'], '--name must'],
    [
      'two lines',
      ['create-practice', '--name', 'Elm\nStreet', '--time-zone', 'UTC'],
      '--name must',
    ],
    ['no e-mail address', ['add-staff', ...staff({ email: 'una' })], '--email must'],
    ['another role', ['add-staff', ...staff({ role: 'owner' })], '--role must'],
    [
      'a password as an argument',
      ['add-staff', ...staff({ password: PASSWORD })],
      'not an argument',
    ],
    [
      'a day that is not',
      ['add-client', ...client({ 'birth-date': '1991-02-30' })],
      '--birth-date',
    ],
    ['two people in one name', ['add-client', ...client({ name: 'Jo & Al Avery' })], '--name must'],
    ['half a name', ['add-client', ...client({ name: 'Jordan' })], '--name must'],
    ['no id', sending('--client', 'jordan', '--measure', 'phq9'), '--client must'],
    ['another measure', sending('--client', v7(), '--measure', 'phq10'), 'phq9'],
    ['no days', sending('--client', v7(), '--measure', 'phq9', '--days', '0'), '--days must'],
    [
      'too many days',
      sending('--client', v7(), '--measure', 'phq9', '--days', '91'),
      '--days must',
    ],
  ])('%s', async (_, words, hint) => {
    const before = await everything();
    const { code, answer } = await ask(words, PASSWORD);
    expect({ code, answer }).toMatchObject({ code: 2, answer: { refusal: 'wrongUsage' } });
    expect(answer.message).toContain(hint);
    expect(answer.message).not.toContain(PASSWORD);
    expect(await everything()).toBe(before);
  });

  test.each([
    ['none', ''],
    ['a short one', 'short\n'],
    ['one that is too long', `${'x'.repeat(129)}\n`],
  ])('a password from standard input: %s', async (_, piped) => {
    const refused = await runCommand(settings, ['add-staff', ...staff()], piped);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('15 to 128 characters');
    expect(refused.err).not.toContain(piped.trim() || 'x'.repeat(129));
  });
});

test('two people of one name and birth date can be told apart when somebody says so', async () => {
  const second = await done([
    'add-client',
    ...client({ name: 'Jordan Avery' }),
    '--another-person',
  ]);
  expect(second).not.toBe(clientId);
});

test.each([
  [
    'a database that isn’t there',
    { DATABASE_OWNER_URL: 'postgresql://x:hidden@/x?host=/nowhere' },
    'unreachable',
  ],
  ['settings that can’t be used', { THROUGHLINE_PORT: 'many' }, 'settings'],
  ['links without an address', { THROUGHLINE_PORT: '0' }, 'noAddress'],
])('%s: refused and said why', async (_, wrong, refusal) => {
  const words = sending('--client', clientId, '--measure', 'pcl5');
  const { code, answer } = await askCommand({ ...settings, ...wrong }, words);
  expect({ code, answer }).toMatchObject({ code: 1, answer: { refusal } });
  expect(answer.message).not.toContain('hidden');
});

test.each([[['--help']], [['add-staff', '--help']], [['-h']], [['send', '-h', '--measure']]])(
  'help needs no database: %s',
  async (words) => {
    const nowhere = { DATABASE_URL: 'x', DATABASE_OWNER_URL: 'y' };
    const { code, out, err } = await runCommand(nowhere, words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('npm run practice --');
  },
);
