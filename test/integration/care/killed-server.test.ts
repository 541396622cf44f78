import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMeasure } from '#backend/care/send-measure.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { addDays, type CalendarDate, instantOf } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { newDirectory, scopeOf } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { bornFields } from '#test/support/practice.ts';
import { type ServerProcess, startServerProcess } from '#test/support/server-process.ts';
import { until } from '#test/support/until.ts';

const BORN = '1991-03-14' as CalendarDate;
const SUBMISSIONS = 200;
/** The server is killed when this many have been acknowledged, with others under way. */
const KILL_AFTER = 70;
/** Clients that send at the same time. */
const AT_ONCE = 20;

interface Sent {
  readonly clientId: ClientId;
  readonly administrationId: AdministrationId;
  readonly path: string;
}

let data: string;
let practiceId: PracticeId;
let links: readonly Sent[];

/** Does something beside the server, on the same data, while no server runs. */
async function beside<T>(work: (backend: RunningBackend) => Promise<T>): Promise<T> {
  const backend = await startLocalBackend(data);
  try {
    return await work(backend);
  } finally {
    await backend.stop();
  }
}

beforeAll(async () => {
  data = newDirectory();
  await beside(async ({ setup, care }) => {
    practiceId = await setup.createPractice({ name: 'Elm Street', timeZone: 'America/Chicago' });
    const facts = {
      displayName: 'Jordan Avery',
      otherNames: [],
      birthDate: BORN,
      inCareSince: '2026-01-07' as CalendarDate,
    };
    const now = care.now();
    const dueOn = addDays(now.slice(0, 10) as CalendarDate, 3);
    const expiresAt = instantOf(new Date(Date.parse(now) + 7 * 86_400_000));
    links = await Promise.all(
      Array.from({ length: SUBMISSIONS }, async () => {
        const clientId = await setup.addClient(practiceId, facts, []);
        const sending = { clientId, instrumentId: 'gad7', dueOn, expiresAt };
        const sent = await sendMeasure(care, scopeOf(practiceId, { now }), sending);
        if (!sent.ok) throw new Error(sent.refusal);
        const { administrationId, secret } = sent.value;
        return { clientId, administrationId, path: `/m/${secret}` };
      }),
    );
  });
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function serve(): Promise<ServerProcess> {
  const started = await startServerProcess(data);
  if (!started.serving) throw new Error(started.said);
  return started.server;
}

/** Gives the birth date for a link; the value is the cookie, null when there was no reply. */
async function enter(link: string): Promise<string | null> {
  try {
    const reply = await fetch(`${link}/birth-date`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(bornFields(BORN)),
      redirect: 'manual',
    });
    return reply.headers.getSetCookie()[0]?.split(';')[0] ?? null;
  } catch {
    return null;
  }
}

/** True when the server said that it has done it. */
async function post(
  url: string,
  cookie: string,
  fields: Readonly<Record<string, string>>,
): Promise<boolean> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    return reply.status === 303;
  } catch {
    return false;
  }
}

/** Lets many clients answer and send at the same time; gives who was told that it is done. */
async function answerAll(
  url: string,
  whenAcknowledged: (count: number) => void,
): Promise<ReadonlySet<AdministrationId>> {
  const acknowledged = new Set<AdministrationId>();
  const waiting = [...links];
  async function client(): Promise<void> {
    for (let sent = waiting.pop(); sent !== undefined; sent = waiting.pop()) {
      const { path, administrationId } = sent;
      const cookie = (await enter(`${url}${path}`)) ?? '';
      await post(`${url}${path}/q/1`, cookie, { answer: '2' });
      if (await post(`${url}${path}/submit`, cookie, {})) acknowledged.add(administrationId);
      whenAcknowledged(acknowledged.size);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return acknowledged;
}

/** What is stored of each client's submission, as one line; throws when one is stored twice. */
async function stored(): Promise<ReadonlyMap<AdministrationId, string>> {
  const lines = new Map<AdministrationId, string>();
  await beside(({ care: { store } }) =>
    store.inPractice(scopeOf(practiceId), async (care) => {
      for (const { administrationId, clientId } of links) {
        const responses = await care.responses.ofClient(clientId);
        expect(responses.length).toBeLessThanOrEqual(1);
        for (const { responseId, submittedAt, answers } of responses) {
          lines.set(administrationId, JSON.stringify([responseId, submittedAt, answers]));
        }
      }
    }),
  );
  return lines;
}

/** Ends the database of a running backend as a crash would. */
function killDatabase(): void {
  const file = join(data, 'database', 'server', 'pgdata', 'postmaster.pid');
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL');
}

describe('a server that is killed while clients send their answers', () => {
  it('has kept everything that it had acknowledged, once, and takes the rest afterwards', async () => {
    const first = await serve();
    const kills: Promise<void>[] = [];
    const acknowledged = await answerAll(first.url, (count) => {
      if (count >= KILL_AFTER && kills.length === 0) kills.push(first.kill());
    });
    await Promise.all(kills);
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(acknowledged.size).toBeLessThan(SUBMISSIONS);

    // Looked at before anything is sent again: a second sending would hide what was lost.
    const kept = await stored();
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);

    const second = await serve();
    let databaseKilled = false;
    await answerAll(second.url, (count) => {
      if (count < KILL_AFTER || databaseKilled) return;
      databaseKilled = true;
      killDatabase();
    });
    expect(databaseKilled).toBe(true);
    await until('everybody could send', async () => {
      const told = await answerAll(second.url, () => undefined);
      return told.size === SUBMISSIONS;
    });
    await second.stop();

    const all = await stored();
    expect(all.size).toBe(SUBMISSIONS);
    for (const [id, line] of kept) expect(all.get(id)).toBe(line);
    for (const line of all.values()) expect(line).toContain('[2,null');
  });

  it('leaves its directory to one successor alone, which is named to a second', async () => {
    const server = await serve();
    const second = await startServerProcess(data);
    expect(second.serving).toBe(false);
    if (!second.serving) expect(second.said).toMatch(/Another backend runs .* process \d+/);
    await server.stop();
  });
});
