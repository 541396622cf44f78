import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, PlanId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { atHour } from '#shared/plans/local-hour.ts';
import { scopeOf, startTestDatabase, type TestDatabase, urlsOf } from '#test/support/database.ts';
import type { Outcome, Play } from '../report.ts';
import type { Orders } from './orders.ts';

const PROGRAM = fileURLToPath(new URL('mortal-rounds.ts', import.meta.url));
const DAY = '2026-11-20' as CalendarDate;
const HOUR = 9;
const MEASURES = ['phq9', 'gad7'];
const REMINDED_AFTER = 2;

/**
 * Writes for one client, with their commit: administration, audit and sending of each measure and one
 * message; a reminder and its audit.
 */
const CHECK_IN_WRITES = 8;
const REMINDER_WRITES = 3;

/** What came of backends that were killed while they kept plans. Every count must be 0. */
export interface PlansOutcome extends Outcome {
  /** Clients to whom not all was sent, or who were not reminded. */
  readonly lost: number;
  /** Clients to whom something was sent, or who were reminded, twice. */
  readonly doubled: number;
  /** Sendings without their message or their line in the audit log. */
  readonly apart: number;
}

/**
 * Kills a backend that keeps plans at each of its writes, `count` times each: those that send check-ins,
 * then those that remind of them. Lets one finish after each, and looks at what clients got.
 */
export async function killWhileKeepingPlans({ count }: Play): Promise<PlansOutcome> {
  const database = await startTestDatabase();
  try {
    // Each time through, one client's commit survives: there is one more than that.
    await setUp(database, count + 1);
    const dueAt = atHour(DAY, HOUR, 'UTC');
    await dieOver(database, { now: dueAt, writes: CHECK_IN_WRITES, times: count });
    await database.asSuperuser('update care.message set sent_at = created_at');
    const remindedAt = atHour(addDays(DAY, REMINDED_AFTER), HOUR, 'UTC');
    await dieOver(database, { now: remindedAt, writes: REMINDER_WRITES, times: count });
    const losses = await countLosses(database);
    const { lost, doubled, apart } = losses;
    const tried = count * (CHECK_IN_WRITES + REMINDER_WRITES);
    return { tried, ...losses, ok: lost + doubled + apart === 0 };
  } finally {
    await database.close();
  }
}

async function setUp(database: TestDatabase, clients: number): Promise<void> {
  const [practiceId, staffId] = [v7() as PracticeId, v7() as StaffId];
  const scope = scopeOf(practiceId, { now: atHour(DAY, HOUR - 1, 'UTC') });
  await database.store.inPractice(scope, async (care) => {
    await care.practice.create({ name: 'Fault Practice', timeZone: 'UTC' });
    const person = { staffId, displayName: 'Invented Clinician', role: 'clinician' } as const;
    await care.staff.add({ ...person, active: true });
    for (let added = 0; added < clients; added += 1) {
      const clientId = v7() as ClientId;
      const born = { birthDate: '1990-01-01' as CalendarDate, inCareSince: DAY };
      await care.clients.add({ clientId, displayName: 'Invented', otherNames: [], ...born });
      const contact = { email: 'invented@example.test', phone: null, channel: 'email' } as const;
      const agreed = { language: 'english', country: 'US', agreedAt: scope.now } as const;
      await care.contacts.put(clientId, { ...contact, ...agreed });
      const plan = { planId: v7() as PlanId, clientId, version: 1, oftenMeant: false };
      const cadence = { is: 'once', on: DAY } as const;
      const days = { dueDays: 3, expiryDays: 7, reminderDays: [REMINDED_AFTER], hour: HOUR };
      await care.plans.add({ ...plan, terms: { measures: MEASURES, cadence, ...days } }, staffId);
    }
  });
}

/** Kills one backend after the other, each one write further; then lets one finish. */
async function dieOver(
  database: TestDatabase,
  {
    now,
    writes,
    times,
  }: { readonly now: Instant; readonly writes: number; readonly times: number },
): Promise<void> {
  const orders = { database: urlsOf(database).application, now };
  for (let death = 0; death < times * writes; death += 1) {
    const signal = await run({ ...orders, dies: 1 + (death % writes) });
    if (signal !== 'SIGKILL') throw new Error('a backend was to be killed and ended by itself');
  }
  const end = await run({ ...orders, dies: null });
  if (end !== null) throw new Error('a backend died that was to live');
}

/** Runs a backend to its end; the value is the signal that ended it, null when it lived. */
async function run(orders: Orders): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(orders)], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
}

interface Row {
  readonly sent: number;
  readonly checkIns: number;
  readonly reminders: number;
  readonly told: number;
}

async function countLosses({ asSuperuser }: TestDatabase) {
  const clients = await asSuperuser<Row>(
    `select
       (select count(*)::int from care.sending s where s.client_id = c.client_id) as sent,
       (select count(*)::int from care.message m
        where m.client_id = c.client_id and m.purpose = 'checkIn') as "checkIns",
       (select count(*)::int from care.message m
        where m.client_id = c.client_id and m.purpose = 'reminder') as reminders,
       (select count(*)::int from care.audit_event e
        where e.client_id = c.client_id and e.action = 'administration.sent') as told
     from care.client c`,
  );
  const [orphans] = await asSuperuser<{ readonly count: number }>(
    `select count(*)::int from care.sending s where not exists (
       select from care.message m
       where m.practice_id = s.practice_id and m.message_id = s.message_id)`,
  );
  const isLost = ({ sent, checkIns, reminders }: Row) =>
    sent < MEASURES.length || checkIns < 1 || reminders < 1;
  const isDoubled = ({ sent, checkIns, reminders }: Row) =>
    sent > MEASURES.length || checkIns > 1 || reminders > 1;
  return {
    lost: clients.filter(isLost).length,
    doubled: clients.filter(isDoubled).length,
    apart: (orphans?.count ?? 0) + clients.filter(({ sent, told }) => sent !== told).length,
  };
}
