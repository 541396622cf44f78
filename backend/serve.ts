import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { instantOf } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type Assembly, assemble, type BackendDeps } from './assemble.ts';
import type { BackendConfig } from './config.ts';
import { type Database, openDatabase } from './database/database.ts';
import type { DatabaseRefusal } from './database/refusal.ts';
import { listen } from './listen.ts';
import { secretIn } from './secret-file.ts';

export type { BackendDeps } from './assemble.ts';

/** Why the backend does not start. */
export type StartRefusal =
  | DatabaseRefusal
  | { readonly reason: 'portTaken'; readonly port: number };

/** A backend that serves. */
export interface RunningBackend extends Pick<Assembly, 'setup' | 'care'> {
  /** Where people reach it. */
  readonly url: URL;
  /** Where it listens; another place than `url` behind a proxy. */
  readonly address: URL;
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
  const { server, address, close } = listening.value;
  const url = config.publicUrl ?? address;
  const { app, setup, care } = assemble(
    {
      database,
      publicUrl: url,
      secret: secretOf(config, deps),
      extensionOrigins: config.extensionOrigins,
      sourceOf: (c) => getConnInfo(c).remote.address ?? 'unknown',
    },
    deps,
  );
  const handle = getRequestListener(app.fetch);
  server.on('request', (incoming, outgoing) => void handle(incoming, outgoing));
  async function stop() {
    await close();
    await database.close();
  }
  return ok({ url, address, setup, care, database, stop });
}

function secretOf({ secret }: BackendConfig, { randomBytes }: BackendDeps): string {
  return 'value' in secret ? secret.value : secretIn(secret.file, randomBytes);
}
