import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { scopeOf, startTestDatabase, type TestDatabase, urlsOf } from '#test/support/database.ts';
import { type Relay, startRelay } from '#test/support/mail-relay.ts';
import { until } from '#test/support/until.ts';
import { randomFrom } from '../random.ts';
import type { Outcome, Play } from '../report.ts';
import { countLosses, type Losses, unsentSteps } from './losses.ts';
import type { Orders } from './orders.ts';
import { STEPS } from './steps.ts';

const PROGRAM = fileURLToPath(new URL('mortal-backend.ts', import.meta.url));

/** Longer than a message is held by whoever began to send it, shorter than the ladder's second step. */
const PAST_ANY_LEASE = 240_000;

/** Who answers, and how often a backend gets to its step at most before it dies there. */
interface Crowd {
  readonly writers: number;
  readonly most: number;
}

const LONG_FORM: Crowd = { writers: 50, most: 40 };

/** What came of backends that were killed between an answer and the mail about it. */
export interface DeliveryOutcome extends Outcome, Losses {}

/**
 * Kills a backend at every step in turn, `count` times in all, while `writers` clients answer; lets one
 * that lives finish, and compares what clients were told, what is stored and what the relay took.
 */
export async function killAtEveryStep(
  { seed, count }: Play,
  { writers, most }: Crowd = LONG_FORM,
): Promise<DeliveryOutcome> {
  const database = await startTestDatabase();
  const relay = await startRelay();
  try {
    const orders = await setUp(database, relay, writers);
    const random = randomFrom(seed);
    const acknowledged: string[] = [];
    for (let run = 0; run < count; run += 1) {
      const at = STEPS[run % STEPS.length] ?? 'scored';
      const dies = { at, nth: 1 + random.below(most) };
      acknowledged.push(...(await untilDead({ ...orders, dies })));
    }
    await finish(database, orders);
    const losses = await countLosses(database, { acknowledged, mails: relay.mails });
    const { lost, doubled, apart, untold, falselySent } = losses;
    const ok = lost + doubled + apart + untold + falselySent === 0 && acknowledged.length > 0;
    return {
      tried: count,
      ...losses,
      ok,
      measured: { acknowledged: acknowledged.length, mails: relay.mails.length },
    };
  } finally {
    await relay.close();
    await database.close();
  }
}

async function setUp(database: TestDatabase, relay: Relay, writers: number): Promise<Orders> {
  const [practiceId, staffId] = [v7() as PracticeId, v7() as StaffId];
  const scope = scopeOf(practiceId, { now: instantOf(new Date()) });
  await database.store.inPractice(scope, async (care) => {
    await care.practice.create({ name: 'Fault Practice', timeZone: 'UTC' });
    const person = { staffId, displayName: 'Invented Clinician', role: 'clinician' } as const;
    await care.staff.add({ ...person, active: true });
    await care.staffContacts.put(staffId, { email: 'clinician@example.test', phone: null });
  });
  const where = { database: urlsOf(database).application, relay: relay.url.href };
  return { ...where, practiceId, staffId, writers, dies: null, clockAhead: 0 };
}

/** Lets a backend run until it has killed itself; what clients were told until then. */
async function untilDead(orders: Orders): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const child = start(orders);
  if (child.stdout === null) throw new Error('the backend has no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, administrationId] = line.split(' ');
    if (word === 'ack' && administrationId !== undefined) acknowledged.push(administrationId);
  });
  const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error('the backend ended by itself');
  return acknowledged;
}

/** A backend that only sends, and lives, until every message that is due was sent. */
async function finish(database: TestDatabase, orders: Orders): Promise<void> {
  const child = start({ ...orders, writers: 0, clockAhead: PAST_ANY_LEASE });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await untilAllSent(database);
  child.kill('SIGTERM');
  await ended;
}

/** However many there are: only where none was sent for long does it give up. */
async function untilAllSent(database: TestDatabase): Promise<void> {
  const before = await unsentSteps(database);
  if (before === 0) return;
  await until(
    `fewer than ${before} are unsent`,
    async () => (await unsentSteps(database)) < before,
  );
  await untilAllSent(database);
}

function start(orders: Orders): ChildProcess {
  return spawn(process.execPath, [PROGRAM, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
