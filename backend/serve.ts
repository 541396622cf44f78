import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Logger } from 'pino';
import { instantOf } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { createApp } from './app.ts';
import { createClientCare, createStaffCare } from './care/create-care.ts';
import type { CareDeps } from './care/deps.ts';
import { createPracticeSetup, type PracticeSetup } from './care/practice-setup.ts';
import type { BackendConfig } from './config.ts';
import { type Database, openDatabase } from './database/database.ts';
import type { DatabaseRefusal } from './database/refusal.ts';
import { createAccounts } from './identity/accounts.ts';
import { createIdentity } from './identity/identity.ts';
import { openAccount } from './identity/open-account.ts';
import { createTryLimits } from './identity/tries.ts';
import { type Listening, listen } from './listen.ts';
import { secretIn } from './secret-file.ts';
import { authSchema } from './store/schema.ts';
import { createStore } from './store/store.ts';

/** What the backend takes from its surroundings. */
export interface BackendDeps {
  readonly now: () => Date;
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  /** Cryptographically strong bytes. */
  readonly randomBytes: (size: number) => Uint8Array;
  /** Uniformly in [0, 1). */
  readonly random: () => number;
  readonly log: Logger;
}

/** Why the backend does not start. */
export type StartRefusal =
  | DatabaseRefusal
  | { readonly reason: 'portTaken'; readonly port: number };

/** A backend that serves. */
export interface RunningBackend {
  /** Where people reach it. */
  readonly url: URL;
  /** Sets up practices, from within this process only. */
  readonly setup: PracticeSetup;
  /** What use cases are built from, for scripts that act beside the requests. */
  readonly care: CareDeps;
  readonly database: Database;
  /** Finishes the requests under way, then closes everything. */
  readonly stop: () => Promise<void>;
}

/** Opens the database, listens, and serves. */
export async function startBackend(
  config: BackendConfig,
  deps: BackendDeps,
): Promise<Result<RunningBackend, StartRefusal>> {
  const opened = await openDatabase(config.database, instantOf(deps.now()));
  if (!opened.ok) return opened;
  const database = opened.value;
  const listening = await listen(config.host, config.port);
  if (!listening.ok) {
    await database.close();
    return refuse({ reason: 'portTaken', port: config.port });
  }
  return ok(serve(config, deps, { database, listening: listening.value }));
}

function serve(
  config: BackendConfig,
  deps: BackendDeps,
  { database, listening }: { database: Database; listening: Listening },
): RunningBackend {
  const { newId, random, randomBytes } = deps;
  const now = () => instantOf(deps.now());
  const url = config.publicUrl ?? listening.address;
  const { pool, onLost } = database;
  const store = createStore({ pool, newId, random, onLost });
  const care: CareDeps = { store, now, newId, randomBytes };
  const accounts = createAccounts({
    database: store.auth,
    schema: authSchema,
    secret:
      'value' in config.secret ? config.secret.value : secretIn(config.secret.file, randomBytes),
    publicUrl: url,
    newId,
    randomBytes,
  });
  const limits = createTryLimits(pool);
  const identity = createIdentity({ accounts, store, limits, now, newId });
  const app = createApp({
    staffCare: createStaffCare(care),
    clientCare: createClientCare(care),
    identity,
    publicUrl: url,
    extensionOrigins: config.extensionOrigins,
    log: deps.log,
    newId,
    elapsed: deps.elapsed,
    ready: () => answers(database),
    sourceOf: (c) => getConnInfo(c).remote.address ?? 'unknown',
  });
  const handle = getRequestListener(app.fetch);
  listening.server.on('request', (incoming, outgoing) => void handle(incoming, outgoing));
  const { forgetStaff } = identity;
  return {
    url,
    setup: createPracticeSetup(care, { openAccount: openAccount(accounts), forgetStaff }),
    care,
    database,
    async stop() {
      await listening.close();
      await database.close();
    },
  };
}

async function answers({ pool }: Database): Promise<boolean> {
  try {
    await pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}
