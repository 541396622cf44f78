import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { createClientCare } from '#backend/care/create-care.ts';
import { newLink } from '#backend/care/link-secret.ts';
import { createWays } from '#backend/delivery/create-ways.ts';
import { createQueue } from '#backend/delivery/queue.ts';
import { channelsOf } from '#backend/delivery/ways.ts';
import { keepDelivering } from '#backend/rounds/delivery.ts';
import { createStore } from '#backend/store/store.ts';
import { type CalendarDate, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId } from '#shared/contracts/ids.ts';
import type { Orders } from './orders.ts';
import { type Step, steppingQueue, steppingStore, steppingWays } from './steps.ts';

/**
 * A backend that takes answers and sends messages until it is killed: `node mortal-backend.ts <orders
 * as JSON>`. Every writer sends a PHQ-9 to a new client and answers it with a positive item 9, over and
 * over. Prints `ack <administration id>` for each submission that a client was told is saved. Kills
 * itself, as the kernel does, when it reaches its step for the n-th time.
 */
const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const publicUrl = new URL('https://throughline.example');
const login = { connectionString: orders.database };
const log = pino({ level: 'silent' });
const now = () => instantOf(new Date(Date.now() + orders.clockAhead));

let reached = 0;
function onStep(step: Step): void {
  if (step !== orders.dies?.at) return;
  reached += 1;
  if (reached === orders.dies.nth) process.kill(process.pid, 'SIGKILL');
}

const pool = new Pool({ ...login, max: 20 });
const deps = { pool, isCluster: false, newId: v7, random: Math.random, onLost: () => undefined };
const store = steppingStore(createStore(deps), onStep);
const lifetime = new AbortController();
process.once('SIGTERM', () => lifetime.abort());

const ways = createWays(
  { mail: { by: 'smtp', url: new URL(orders.relay), from: 'messages@example.test' }, text: null },
  { publicUrl, fetch },
);
const care = { store, now, newId: v7, randomBytes, channels: channelsOf(ways) };
const sending = keepDelivering(
  {
    delivery: { ...care, ways: steppingWays(ways, onStep), publicUrl },
    queue: steppingQueue(createQueue({ login, isCluster: false, log }), onStep),
    log,
    untilNext: (signal) => pause(250, undefined, { signal }).catch(() => undefined),
  },
  lifetime.signal,
);
await Promise.all(Array.from({ length: orders.writers }, () => write()));
await sending;
await pool.end();

async function write(): Promise<void> {
  const client = createClientCare(care);
  while (!lifetime.signal.aborted) {
    const { administrationId, secret } = await send();
    const link = { secret, requestId: v7() };
    await client.begin(link);
    for (let item = 1; item <= 9; item += 1) await client.saveAnswer(link, item, 1);
    const submitted = await client.submit(link);
    if (!submitted.ok) throw new Error(`a submission was refused: ${submitted.refusal}`);
    process.stdout.write(`ack ${administrationId}\n`);
  }
}

/** A new client gets a PHQ-9 in the clinician's caseload. */
async function send() {
  const { practiceId, staffId } = orders;
  const actor = { kind: 'system', name: 'faults' } as const;
  const [clientId, administrationId] = [v7() as ClientId, v7() as AdministrationId];
  const expiresAt = '2090-01-01T00:00:00.000Z' as Instant;
  const { secret, tokenHash } = newLink(randomBytes);
  await store.inPractice({ practiceId, actor, requestId: v7(), now: now() }, async (writing) => {
    await writing.clients.add({
      clientId,
      displayName: 'Invented Person',
      otherNames: [],
      birthDate: '1990-01-01' as CalendarDate,
      inCareSince: '2026-01-01' as CalendarDate,
    });
    await writing.caseload.assign(staffId, clientId);
    const dueOn = '2089-01-01' as CalendarDate;
    const sent = { administrationId, clientId, instrumentId: 'phq9', instrumentVersion: 1 };
    await writing.administrations.send({ ...sent, dueOn, expiresAt });
    await writing.portalLinks.add(tokenHash, { administrationId, expiresAt });
  });
  return { administrationId, secret };
}
