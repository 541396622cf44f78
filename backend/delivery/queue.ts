import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import * as z from 'zod/mini';
import { DELIVERY_QUEUE, JOBS_SCHEMA } from '#backend/database/job-schema.ts';
import type { Login } from '#backend/database/login.ts';
import { type DueMessage, MESSAGES_CHANNEL, type StaffWay } from '#backend/store/messages.ts';
import { MessageId, PracticeId } from '#shared/contracts/ids.ts';

/** All that a job carries: it says which row to look at, and the row says everything else. */
const Job = z.object({ practiceId: PracticeId, messageId: MessageId });

/** Which message; see {@link Job}. */
export type MessageRef = z.infer<typeof Job>;

/**
 * Connections that jobs are taken and ended with, beside one that listens. They are the queue's own, so
 * that a heavy read by somebody else, which holds every connection of the pool, holds no alert up.
 */
const CONNECTIONS = 2;

/** The higher goes first. To clients, by whatever way, is 0. */
const TO_STAFF: Readonly<Record<StaffWay, number>> = { text: 1, email: 2, browser: 3 };

/**
 * The workers of one backend, each by the priority from which on it takes messages. What hangs does so for
 * a minute: with a text service that hangs, clients' texts hold up none to staff, and no text holds up a
 * mail or a call.
 */
const WORKERS: readonly number[] = [0, 0, 0, 0, TO_STAFF.text, TO_STAFF.email, TO_STAFF.browser];

/** How long a worker rests that found nothing; a new message wakes it. */
const REST_SECONDS = 2;

/** What a queue is built from. */
export interface QueueDeps {
  readonly login: Login;
  readonly isCluster: boolean;
  readonly log: Logger;
}

/** Jobs that are shared by all backends of a database. */
export interface DeliveryQueue {
  /**
   * Begins to work, and to hear of the practices for which messages were committed. Throws while the
   * database is away; may be called again then.
   */
  readonly start: (
    work: (ref: MessageRef) => Promise<void>,
    onMessages: (practiceId: PracticeId) => void,
  ) => Promise<void>;
  /** Puts a job for each message that has none waiting; those to people of the practice go first. */
  readonly put: (practiceId: PracticeId, messages: readonly DueMessage[]) => Promise<void>;
  /** Lets what is under way finish, for ten seconds at most, and lets go of every connection. */
  readonly stop: () => Promise<void>;
}

/** The queue on pg-boss, with the application's login: it finds its tables made. */
export function createQueue({ login, isCluster, log }: QueueDeps): DeliveryQueue {
  const boss = new PgBoss({
    ...connectionOf(login),
    max: CONNECTIONS,
    application_name: 'throughline delivery',
    schema: JOBS_SCHEMA,
    backend: isCluster ? 'citus' : 'postgres',
    // Making and mending tables is the owner's, when the database is opened.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  // Without a listener an error of the library would end the process; its words may quote a statement.
  boss.on('error', () => log.warn('a job could not be taken or ended'));
  boss.on('warning', ({ message }) => log.debug({ message }, 'the queue of messages'));
  const workers: string[] = [];
  let hearing: { close(): Promise<void> } | undefined;
  return {
    async start(work, onMessages) {
      await boss.start();
      for (const minPriority of WORKERS.slice(workers.length)) {
        const options = { minPriority, batchSize: 1, pollingIntervalSeconds: REST_SECONDS };
        const worker: string = await boss.work(DELIVERY_QUEUE, options, async (jobs) => {
          // Whoever had one takes the next at once; otherwise it would rest between any two.
          boss.notifyWorker(worker);
          for (const { data } of jobs) await work(Job.parse(data));
        });
        workers.push(worker);
      }
      hearing ??= await boss.getDb().listen?.(
        MESSAGES_CHANNEL,
        (said) => {
          const practiceId = PracticeId.safeParse(said);
          if (practiceId.success) onMessages(practiceId.data);
        },
        // What was said meanwhile, the next round finds.
        () => undefined,
      );
    },
    async put(practiceId, messages) {
      if (messages.length === 0) return;
      const jobs = messages.map(({ messageId, toStaff, way }) => ({
        data: { practiceId, messageId } satisfies MessageRef,
        singletonKey: messageId,
        priority: toStaff ? TO_STAFF[way] : 0,
      }));
      await boss.insert(DELIVERY_QUEUE, jobs);
      for (const worker of workers) boss.notifyWorker(worker);
    },
    async stop() {
      await hearing?.close();
      await boss.stop({ timeout: 10_000 });
    },
  };
}

/** The login without what `pg` would otherwise read of the environment. */
function connectionOf({ connectionString, host, port, user, password, database }: Login) {
  if (connectionString !== undefined) return { connectionString };
  return Object.fromEntries(
    Object.entries({ host, port, user, password, database }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}
