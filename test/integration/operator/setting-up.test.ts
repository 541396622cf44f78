import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDirectory } from '#test/support/database.ts';
import { enter, follow, runCommand, type Said, signInAt } from '#test/support/operator.ts';
import { type ServerProcess, startServerProcess } from '#test/support/server-process.ts';

// One practice from nothing to a client's open link, each step a process of its own.

const directory = newDirectory();
const settings = {
  THROUGHLINE_DATA: directory,
  THROUGHLINE_PUBLIC_URL: 'https://throughline.example',
};
const EMAIL = 'nadia@elm-street.example';
const PASSWORD = 'correct horse battery staple';
const CLIENT = ['--name', 'Jordan Avery', '--birth-date', '1991-03-14', '--clinician', EMAIL];

const said: Said[] = [];
let link = '';
let until: string;
let server: ServerProcess;

async function done(words: readonly string[], piped = ''): Promise<string> {
  const { code, out, err } = await runCommand(settings, words, piped);
  said.push({ code, out, err });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

beforeAll(async () => {
  await done(['create-practice', '--name', 'Elm Street', '--time-zone', 'America/Chicago']);
  const person = ['--name', 'Nadia Fields, LMFT', '--email', 'Nadia@Elm-Street.example'];
  await done(['add-staff', ...person, '--role', 'clinician'], `${PASSWORD}\n`);
  const added = await done(['add-client', ...CLIENT, '--json']);
  const { clientId } = JSON.parse(added) as { clientId: string };
  const who = ['--client', clientId, '--birth-date', '1991-03-14'];
  const sent = await done(['send', ...who, '--measure', 'phq9', '--days', '3']);
  [, until = ''] = /open until (\d+ \w+)/.exec(sent) ?? [];
  [link = ''] = /https:\S+/.exec(sent) ?? [];
  const started = await startServerProcess(directory);
  if (!started.serving) throw new Error(started.said);
  ({ server } = started);
});
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

test('the clinician signs in to the real backend with the password that was piped in', async () => {
  expect(await signInAt(server.url, EMAIL, PASSWORD)).toContain('throughline');
  expect(await signInAt(server.url, EMAIL, 'another password, long enough')).toBeNull();
});

test('the link stands at the public address and opens the client’s page, which asks who is there', async () => {
  expect(link).toMatch(/^https:\/\/throughline\.example\/m\/[\w-]{43}$/);
  const page = await follow(server.url, link);
  expect(page.status).toBe(200);
  const text = await page.text();
  expect(text).toContain(`action="${new URL(link).pathname}/birth-date"`);
  const entered = await enter(server.url, link, '1991-03-14');
  expect(entered).toContain(`action="${new URL(link).pathname}/start"`);
  expect(until).not.toBe('');
  expect(entered.replaceAll(/\s+/g, ' ')).toContain(`with the same link until ${until}.`);
});

test('no command told who is in therapy, or the password', () => {
  const everything = said.map(({ out, err }) => out + err).join('\n');
  expect(everything).toContain('Nadia Fields');
  for (const secret of ['Avery', 'Jordan', '1991', PASSWORD]) {
    expect(everything).not.toContain(secret);
  }
});

test('while the backend runs a command is refused, and told which process has the data', async () => {
  const holder = readFileSync(join(directory, 'database', 'backend.lock'), 'utf8');
  const { pid } = JSON.parse(holder) as { pid: number };
  const refused = await runCommand(settings, ['list']);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain(`process ${pid}, since`);
  expect((await fetch(new URL('/health', server.url))).status).toBe(200);
});
