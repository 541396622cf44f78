import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { v7 } from 'uuid';
import { type Assembly, assemble } from '#backend/assemble.ts';
import type { PoolLimits } from '#backend/database/database.ts';
import type { DeliveryConfig } from '#backend/delivery/settings.ts';
import { createLog } from '#backend/http/log.ts';
import { sourceFrom, trustedProxiesIn } from '#backend/http/source.ts';
import { startTestDatabase, type TestDatabase } from './database.ts';

/** The extension's origin in tests. */
export const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

const PROXY = '127.0.0.1';

/** Where the backend under test is reached. */
export const PUBLIC_URL = new URL('https://throughline.test');

/** A clock that is moved by hand. */
export interface TestClock {
  now: Date;
  /** Lets time pass. */
  readonly pass: (milliseconds: number) => void;
  /** Back to the real time. Sessions are dated by it: the library behind them has its own clock. */
  readonly reset: () => void;
}

/** A whole backend on a real database, driven by `app.request`: no socket, no fake part. */
export interface TestBackend extends Assembly {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** Everything that was logged, as text. */
  readonly logged: () => string;
  readonly close: () => Promise<void>;
}

/** Starts one. Call in `beforeAll`, and `close` in `afterAll`. */
export async function startTestBackend(limits: Partial<PoolLimits> = {}): Promise<TestBackend> {
  return testBackendOn(await startTestDatabase(limits));
}

/** Ways out that lay down files; nothing is, unless a test keeps delivering. */
const bothWays = ({ directory }: TestDatabase): DeliveryConfig => ({
  mail: { by: 'folder', folder: join(directory, 'mail') },
  text: { by: 'folder', folder: join(directory, 'text') },
});

/** Puts one on a database that is there. */
export function testBackendOn(
  database: TestDatabase,
  ways: Partial<DeliveryConfig> = {},
): TestBackend {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  const clock: TestClock = {
    now: new Date(),
    pass(milliseconds) {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
    reset() {
      clock.now = new Date();
    },
  };
  const assembly = assemble(
    {
      database: database.database,
      publicUrl: PUBLIC_URL,
      secret: 'a secret of the test, long enough to be taken',
      formerSecrets: [],
      extensionOrigins: 'anyExtension',
      // As behind a proxy on this machine: a test says where a request comes from.
      sourceOf: (c) => sourceFrom(PROXY, c.req.header('x-forwarded-for'), trustedProxiesIn(PROXY)),
      releases: join(database.directory, 'releases'),
      delivery: { ...bothWays(database), ...ways },
    },
    {
      now: () => clock.now,
      elapsed: () => performance.now(),
      newId: v7,
      randomBytes,
      random: Math.random,
      fetch,
      log: createLog('debug', stream),
    },
  );
  return { ...assembly, database, clock, logged: () => lines.join(''), close: database.close };
}
