import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { openDatabase } from '#backend/database/database.ts';
import { createStore } from '#backend/store/store.ts';
import { type CalendarDate, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import { AppError } from '#shared/contracts/errors.ts';
import type { AdministrationId, ClientId, PracticeId } from '#shared/contracts/ids.ts';

/**
 * A backend that only writes: `node writers.ts <directory> <writers>`. Every writer is one client
 * who submits one measure after the other and goes on whatever fails.
 *
 * Prints a line per fact: `up <server pid>`, `refused <refusal as JSON>`,
 * `ack <administration id> <begun, in milliseconds since 1970>`, `busy`.
 * Ends in order on SIGTERM.
 */
const [directory = '', writers = '1'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const now = () => instantOf(new Date());
const opened = await openDatabase({ kind: 'embedded', directory }, now(), { connections: 50 });
if (!opened.ok) {
  say(`refused ${JSON.stringify(opened.refusal)}`);
} else {
  await write(opened.value, Number(writers));
}

async function write(
  database: Extract<typeof opened, { ok: true }>['value'],
  count: number,
): Promise<void> {
  const { pool, isCluster, onLost } = database;
  const store = createStore({ pool, isCluster, onLost, newId: v7, random: Math.random });
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  const practiceId = v7() as PracticeId;
  const scope = () => ({
    practiceId,
    actor: { kind: 'system', name: 'faults' } as const,
    requestId: 'faults',
    now: now(),
  });
  const clients = Array.from({ length: count }, () => v7() as ClientId);
  await store.inPractice(scope(), async (care) => {
    await care.practice.create({ name: 'Fault Practice', timeZone: 'UTC' });
    for (const clientId of clients) {
      await care.clients.add({
        clientId,
        displayName: 'Invented Person',
        otherNames: [],
        birthDate: '1990-01-01' as CalendarDate,
        inCareSince: '2026-01-01' as CalendarDate,
      });
    }
  });
  say(`up ${database.serverPid()}`);

  /** Sends and submits one measure, as one transaction; says so once it is committed. */
  const submitOne = async (clientId: ClientId) => {
    const administrationId = v7() as AdministrationId;
    const begun = Date.now();
    await store.inPractice(scope(), async (care) => {
      await care.administrations.send({
        administrationId,
        clientId,
        instrumentId: 'phq-9',
        instrumentVersion: 1,
        dueOn: '2030-01-01' as CalendarDate,
        expiresAt: '2030-01-01T00:00:00.000Z' as Instant,
      });
      await care.responses.submit(administrationId, {
        answeredOn: '2026-11-20' as CalendarDate,
        answers: [1, 1, 1, 1, 1, 1, 1, 1, 0],
        score: { status: 'unscorable', reason: 'nothingAnswered', missingItems: [], safety: [] },
      });
    });
    say(`ack ${administrationId} ${begun}`);
  };
  await Promise.all(
    clients.map(async (clientId) => {
      while (!stop.signal.aborted) {
        try {
          await submitOne(clientId);
        } catch (error) {
          if (!(error instanceof AppError && error.code === 'busy')) throw error;
          say('busy');
          // As a client does before it tries again.
          await pause(20);
        }
      }
    }),
  );
  await database.close();
}
