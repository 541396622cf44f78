import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { withSuperuser } from '#test/support/database.ts';
import { aLink, call, submitForm } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';
import { until } from '#test/support/until.ts';

const SECOND = 1_000;
const LATER = 3 * 60 * 60 * SECOND;

let backend: TestBackend;
let scene: Scene;
let bystander: Client;

beforeAll(async () => {
  backend = await startTestBackend();
  bystander = withSuperuser(backend.database);
  await bystander.connect();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
});
afterAll(async () => {
  await bystander.end();
  await backend.close();
});

/** Holds rows of the client, and sends while they are held; says how to let go. */
async function sendBehind(rows: string, link: string) {
  await bystander.query('begin');
  await bystander.query(`${rows} for update`, [scene.clientId]);
  const sending = submitForm(backend, `${link}/submit`, {});
  await waiting(1);
  return async () => {
    await bystander.query('rollback');
    expect((await sending).status).toBe(303);
  };
}

/** Waits until so many of the application's transactions stand before a lock. */
async function waiting(count: number): Promise<void> {
  await until(`${count} wait for a lock`, async () => {
    const rows = await backend.database.asSuperuser(
      `select from pg_stat_activity where usename = 'throughline_app' and wait_event_type = 'Lock'`,
    );
    return rows.length === count;
  });
}

/** A GAD-7 with every question answered, ready to be sent. */
async function answeredLink(): Promise<string> {
  const link = await aLink(backend, scene.practiceId, scene.clientId, 'gad7');
  for (let item = 1; item <= 7; item += 1) {
    await submitForm(backend, `${link}/q/${item}`, { answer: '1' });
  }
  return link;
}

const brief = () => briefOf(backend, scene, scene.clinician);

async function look({ asOf, responseCounts }: BriefFacts): Promise<void> {
  const input = { clientId: scene.clientId, asOf, responseCounts };
  expect((await call(backend, 'look.mark', input, scene.clinician.token)).status).toBe(200);
}

/** Whether the GAD-7 counts as new at the next visit. */
async function isNewAtTheNextVisit(): Promise<boolean> {
  backend.clock.pass(LATER);
  const { lastLookedAt, responses } = await brief();
  const sent = responses.find(({ instrumentId }) => instrumentId === 'gad7');
  if (sent === undefined || lastLookedAt === null) throw new Error('not sent, or not looked');
  return sent.submittedAt > lastLookedAt;
}

describe('answers that come in while the clinician looks', () => {
  it('are new at the next visit when they waited for a lock during the look', async () => {
    const link = await answeredLink();
    const letGo = await sendBehind(
      `select from care.administration where client_id = $1 and instrument_id = 'gad7'`,
      link,
    );
    backend.clock.pass(2 * SECOND);
    await look(await brief());
    backend.clock.pass(SECOND);
    await letGo();
    const sent = (await brief()).responses.find(({ instrumentId }) => instrumentId === 'gad7');
    expect(sent?.submittedAt).toBe(instantOf(backend.clock.now));
    expect(await isNewAtTheNextVisit()).toBe(true);
  });

  it('are new when they had their time, but were not committed, as the brief was read', async () => {
    const link = await answeredLink();
    const letGo = await sendBehind('select from care.alert where client_id = $1', link);
    backend.clock.pass(2 * SECOND);
    const read = await brief();
    expect(read.responseCounts).toEqual({ phq9: 1 });
    const looking = look(read);
    await waiting(2);
    await letGo();
    await looking;
    expect(await isNewAtTheNextVisit()).toBe(true);
  });

  it('are new when the clock of the process that takes them is behind', async () => {
    const link = await answeredLink();
    await look(await brief());
    backend.clock.pass(-5 * SECOND);
    expect((await submitForm(backend, `${link}/submit`, {})).status).toBe(303);
    backend.clock.pass(5 * SECOND);
    expect(await isNewAtTheNextVisit()).toBe(true);
  });

  it('are not new when the brief on screen held them', async () => {
    const link = await answeredLink();
    expect((await submitForm(backend, `${link}/submit`, {})).status).toBe(303);
    backend.clock.pass(SECOND);
    await look(await brief());
    expect(await isNewAtTheNextVisit()).toBe(false);
  });
});
