import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMeasure } from '#backend/care/send-measure.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { addDays, type CalendarDate, instantOf } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { newDirectory, scopeOf } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { type ServerProcess, startServerProcess } from '#test/support/server-process.ts';

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
      birthDate: '1991-03-14' as CalendarDate,
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

/** True when the server said that it has done it. */
async function post(url: string, fields: Readonly<Record<string, string>>): Promise<boolean> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    return reply.status === 303;
  } catch {
    return false;
  }
}

describe('a server that is killed while clients send their answers', () => {
  it('has kept everything that it had acknowledged, once, and takes the rest afterwards', async () => {
    const first = await serve();
    const acknowledged = new Set<AdministrationId>();
    const savedAnswers = new Set<AdministrationId>();
    const waiting = [...links];
    const kills: Promise<void>[] = [];
    async function client(): Promise<void> {
      for (let sent = waiting.pop(); sent !== undefined; sent = waiting.pop()) {
        const { path, administrationId } = sent;
        if (await post(`${first.url}${path}/q/1`, { answer: '2' }))
          savedAnswers.add(administrationId);
        if (await post(`${first.url}${path}/submit`, {})) acknowledged.add(administrationId);
        if (acknowledged.size >= KILL_AFTER && kills.length === 0) kills.push(first.kill());
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    await Promise.all(kills);
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(acknowledged.size).toBeLessThan(SUBMISSIONS);

    const second = await serve();
    const repeated = await Promise.all(
      links.map(({ path }) => post(`${second.url}${path}/submit`, {})),
    );
    expect(repeated.filter(Boolean)).toHaveLength(SUBMISSIONS);
    await second.stop();

    await beside(({ care: { store } }) =>
      store.inPractice(scopeOf(practiceId), async (care) => {
        for (const { administrationId, clientId } of links) {
          expect(await care.responses.history(clientId, 'gad7')).toHaveLength(1);
          const response = await care.responses.ofAdministration(administrationId);
          expect(response).not.toBeNull();
          const [answer] = response?.answers ?? [];
          if (savedAnswers.has(administrationId)) expect(answer).toBe(2);
        }
      }),
    );
  });

  it('leaves its directory to one successor alone, which is named to a second', async () => {
    const server = await serve();
    const second = await startServerProcess(data);
    expect(second.serving).toBe(false);
    if (!second.serving) expect(second.said).toMatch(/Another backend runs .* process \d+/);
    await server.stop();
  });
});
