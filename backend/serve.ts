import { getRequestListener } from '@hono/node-server';
import { instantOf } from '#shared/contracts/calendar.ts';
import { ok, type Result } from '#shared/contracts/result.ts';
import { type Assembly, assemble, type BackendDeps } from './assemble.ts';
import type { BackendConfig } from './config.ts';
import { type Database, openDatabase } from './database/database.ts';
import { createSourceOf } from './http/source.ts';
import { listen } from './listen.ts';
import { secretIn } from './secret-file.ts';
import type { StartRefusal } from './start-refusal.ts';
import { fifteenSeconds, tenMinutes, twoSeconds } from './upkeep.ts';

export type { BackendDeps } from './assemble.ts';

/** A backend that serves. */
export interface RunningBackend extends Pick<Assembly, 'setup' | 'care'> {
  /** Where people reach it. */
  readonly url: URL;
  /** Where it listens; another place than `url` behind a proxy. */
  readonly address: URL;
  readonly database: Database;
  /** Finishes the requests under way, then closes everything. Idempotent. */
  readonly stop: () => Promise<void>;
}

/** Opens the database, listens, and serves. What was opened is closed when anything goes wrong. */
export async function startBackend(
  config: BackendConfig,
  deps: BackendDeps,
): Promise<Result<RunningBackend, StartRefusal>> {
  const opened = await openDatabase(config.database, instantOf(deps.now()));
  if (!opened.ok) return opened;
  const database = opened.value;
  let serving = false;
  try {
    const served = await serveOn(database, config, deps);
    serving = served.ok;
    return served;
  } finally {
    if (!serving) await database.close();
  }
}

async function serveOn(
  database: Database,
  config: BackendConfig,
  deps: BackendDeps,
): Promise<Result<RunningBackend, StartRefusal>> {
  const secret = secretOf(config, deps);
  if (!secret.ok) return secret;
  const listening = await listen(config.host, config.port);
  if (!listening.ok) return listening;
  const { server, address, close } = listening.value;
  const url = config.publicUrl ?? address;
  const { app, setup, care, keepUp, judgeCheckIns, keepPlans, keepTelling, keepDelivering } =
    assemble(
      {
        database,
        publicUrl: url,
        secret: secret.value,
        formerSecrets: config.formerSecrets,
        extensionOrigins: config.extensionOrigins,
        sourceOf: createSourceOf(url, config.trustedProxies),
        releases: config.releases,
        delivery: config.delivery,
      },
      deps,
    );
  const handle = getRequestListener(app.fetch);
  server.on('request', (incoming, outgoing) => void handle(incoming, outgoing));
  if (url.protocol === 'https:' && config.trustedProxies === null) {
    deps.log.warn('THROUGHLINE_TRUSTED_PROXIES is not set: tries are counted by account alone');
  }
  const lifetime = new AbortController();
  const kept = Promise.all([
    keepUp(lifetime.signal, tenMinutes),
    judgeCheckIns(lifetime.signal, tenMinutes),
    keepPlans(lifetime.signal, tenMinutes),
    keepTelling(lifetime.signal, twoSeconds),
    keepDelivering(lifetime.signal, fifteenSeconds),
  ]);
  async function end() {
    lifetime.abort();
    await close();
    await kept;
    await database.close();
  }
  let ending: Promise<void> | null = null;
  const stop = async () => {
    ending ??= end();
    await ending;
  };
  return ok({ url, address, setup, care, database, stop });
}

function secretOf(
  { secret }: BackendConfig,
  { randomBytes }: BackendDeps,
): Result<string, StartRefusal> {
  return 'value' in secret ? ok(secret.value) : secretIn(secret.file, randomBytes);
}
