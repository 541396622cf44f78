import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { openDatabase } from '#backend/database/database.ts';
import { createStore } from '#backend/store/store.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { AppError } from '#shared/contracts/errors.ts';
import type { AdministrationId, ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { KINDS, sendAndSubmit, setUp } from './submissions.ts';

/**
 * A backend that only writes: `node writers.ts <directory> <writers>`. Every writer is one client
 * who submits measures and own forms in turns and goes on whatever fails.
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
  await store.inPractice(scope(), (care) => setUp(care, clients));
  say(`up ${database.serverPid()}`);

  /** Sends and submits one of them, as one transaction; says so once it is committed. */
  const submitOne = async (clientId: ClientId, kind: (typeof KINDS)[number]) => {
    const administrationId = v7() as AdministrationId;
    const begun = Date.now();
    await store.inPractice(scope(), (care) =>
      sendAndSubmit(care, kind, { administrationId, clientId }),
    );
    say(`ack ${administrationId} ${begun}`);
  };
  await Promise.all(
    clients.map(async (clientId) => {
      for (let turn = 0; !stop.signal.aborted; turn += 1) {
        try {
          await submitOne(clientId, KINDS[turn % KINDS.length] ?? 'measure');
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
