import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#backend/database/database.ts';
import { planFor } from '#backend/database/embedded.ts';
import { refusalText } from '#backend/database/refusal.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { newDirectory } from '#test/support/database.ts';

const directory = newDirectory();
const file = join(directory, 'secrets.json');
const safe = join(directory, 'kept-elsewhere.json');

const open = () => openDatabase({ kind: 'embedded', directory }, instantOf(new Date()));

async function opened(): Promise<Database> {
  const result = await open();
  if (!result.ok) throw new Error(refusalText(result.refusal));
  return result.value;
}

/** What a start says that is refused. */
async function refusal(): Promise<{ readonly how: string; readonly words: string }> {
  const result = await open();
  if (result.ok) {
    await result.value.close();
    throw new Error('the database was opened');
  }
  if (result.refusal.reason !== 'secretsUnusable') throw new Error(refusalText(result.refusal));
  return { how: result.refusal.how, words: refusalText(result.refusal) };
}

beforeAll(async () => {
  await (await opened()).close();
  renameSync(file, safe);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Changes one of the two passwords that were made. */
function withWrong(role: 'application' | 'superuser'): string {
  const secrets = JSON.parse(readFileSync(safe, 'utf8')) as Record<string, string>;
  return JSON.stringify({ ...secrets, [role]: 'of other data' });
}

describe('passwords that do not fit the data', () => {
  test('are not made anew when they are missing: the file is named, and what to do', async () => {
    rmSync(file, { force: true });
    const { how, words } = await refusal();
    expect(how).toBe('missing');
    expect(words).toContain(`${file} is missing`);
    expect(words).toContain('from your backup');
    expect(words).not.toContain('DATABASE_URL');
    expect(existsSync(file)).toBe(false);
  });

  test.each([
    ['torn', '{"superuser":"x'],
    ['empty', ''],
    ['of another kind', '{"password":"x"}'],
  ])('are told as damaged when the file is %s', async (_, text) => {
    writeFileSync(file, text);
    const { how, words } = await refusal();
    expect(how).toBe('damaged');
    expect(words).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test.each(['superuser', 'application'] as const)(
    'are told as those of other data when the server refuses the %s',
    async (role) => {
      writeFileSync(file, withWrong(role));
      const { how, words } = await refusal();
      expect(how).toBe('refused');
      expect(words).toContain(file);
      expect(words).not.toContain('of other data"');
    },
  );

  test('open the data again when they are put back', async () => {
    writeFileSync(file, readFileSync(safe));
    await (await opened()).close();
  });
});

test('without a backup new passwords can be set as the README says', async () => {
  const plan = planFor(directory);
  if (!plan.ok) throw new Error(refusalText(plan.refusal));
  const { binaries, layout, user } = plan.value;
  const statements = [
    `alter role throughline_super password 'new-one'`,
    `alter role throughline_app password 'new-two'`,
  ];
  const run = spawnSync(binaries.postgres, ['--single', '-D', layout.pgdata, 'postgres'], {
    ...user,
    cwd: '/',
    input: `${statements.join('\n')}\n`,
    encoding: 'utf8',
  });
  expect(run.status, run.stderr).toBe(0);
  writeFileSync(file, '{"superuser":"new-one","application":"new-two"}', { mode: 0o600 });
  await (await opened()).close();
});
