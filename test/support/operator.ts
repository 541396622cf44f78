import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { configFrom } from '#backend/config.ts';
import { type ExitCode, operate } from '#backend/operator/operate.ts';
import type { TestDatabase } from './database.ts';
import { bornFields } from './practice.ts';

const MAIN = fileURLToPath(new URL('../../backend/operator/main.ts', import.meta.url));

/** Settings of the environment. */
export type Settings = Readonly<Record<string, string>>;

/** What a command left behind. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as the operator does: in a process of its own, with lines piped in. */
export async function runCommand(
  settings: Settings,
  words: readonly string[],
  piped = '',
): Promise<Said> {
  const child = spawn(process.execPath, [MAIN, ...words], { env: { ...process.env, ...settings } });
  child.stdin.end(piped);
  const exited = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exited) as [number | null];
  return { code, out, err };
}

/** What a command is answered with `--json`. */
export interface Answer {
  readonly done: boolean;
  readonly refusal?: string;
  readonly message?: string;
  readonly [fact: string]: unknown;
}

/** Runs a command in this process, with `--json`: as real, and quicker than a process. */
export async function askCommand(
  settings: Settings,
  words: readonly string[],
  piped: string | null = null,
): Promise<{ readonly code: ExitCode; readonly answer: Answer }> {
  const said: string[] = [];
  const code = await operate([...words, '--json'], {
    config: configFrom(settings),
    person: { present: false, ask: async () => piped, tell: () => undefined },
    say: (line) => said.push(line),
    complain: (line) => said.push(line),
    finishing: (work) => work(),
    now: () => new Date(),
    newId: () => v7(),
    randomBytes,
    random: Math.random,
  });
  return { code, answer: JSON.parse(said.join('\n')) as Answer };
}

/** Settings that name a test database as a server that others look after. */
export function serverSettings({ database, directory }: TestDatabase): Settings {
  const secrets = JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8')) as Record<
    'superuser' | 'application',
    string
  >;
  const { host, port, database: name } = database.pool.options;
  const query = new URLSearchParams({ host: host ?? '', port: String(port) });
  const url = (user: string, password: string) =>
    `postgresql://${user}:${password}@/${name}?${query.toString()}`;
  return {
    DATABASE_URL: url('throughline_app', secrets.application),
    DATABASE_OWNER_URL: url('throughline_super', secrets.superuser),
  };
}

/** Signs in at a running backend. Null when it is refused; else the console's cookie. */
export async function signInAt(
  address: string | URL,
  email: string,
  password: string,
): Promise<string | null> {
  const reply = await fetch(new URL('/sign-in', address), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: new URL(address).origin },
    body: new URLSearchParams({ email, password }),
  });
  return reply.status === 303 ? (reply.headers.getSetCookie()[0]?.split(';')[0] ?? null) : null;
}

/** Whether a running backend knows the owner of a cookie. */
export async function isSignedIn(address: string | URL, cookie: string): Promise<boolean> {
  const reply = await fetch(new URL('/connect', address), {
    redirect: 'manual',
    headers: { cookie },
  });
  return reply.status === 200;
}

/** What a running backend answers to whoever follows a link; the link's own host is left out. */
export async function follow(address: string | URL, link: string): Promise<Response> {
  return fetch(new URL(new URL(link).pathname, address));
}

/** The page behind a link's door, after the birth date was given there. */
export async function enter(address: string | URL, link: string, bornOn: string): Promise<string> {
  const page = new URL(new URL(link).pathname, address);
  const entered = await fetch(`${page.href}/birth-date`, {
    method: 'POST',
    headers: { origin: page.origin },
    body: new URLSearchParams(bornFields(bornOn)),
    redirect: 'manual',
  });
  const [pass = ''] = entered.headers.getSetCookie();
  const opened = await fetch(page, { headers: { cookie: pass.split(';')[0] ?? '' } });
  return opened.text();
}
