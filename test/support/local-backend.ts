import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import type { BackendConfig } from '#backend/config.ts';
import { type RunningBackend, startBackend } from '#backend/serve.ts';
import { startRefusalText } from '#backend/start-refusal.ts';

/**
 * Starts the backend in this process on its embedded database in `directory`, on a free port
 * unless one is given. Throws with the refusal's words when it does not start.
 */
export async function startLocalBackend(
  directory: string,
  over: Partial<BackendConfig> = {},
): Promise<RunningBackend> {
  const started = await startBackend(
    {
      host: '127.0.0.1',
      port: 0,
      publicUrl: null,
      database: { kind: 'embedded', directory: join(directory, 'database') },
      secret: { file: join(directory, 'session-secret') },
      formerSecrets: [],
      extensionOrigins: 'anyExtension',
      trustedProxies: null,
      logLevel: 'silent',
      releases: join(directory, 'releases'),
      delivery: { mail: null, text: null },
      ...over,
    },
    {
      now: () => new Date(),
      elapsed: () => performance.now(),
      newId: () => v7(),
      randomBytes,
      random: Math.random,
      fetch,
      log: pino({ level: 'silent' }),
    },
  );
  if (started.ok) return started.value;
  throw new Error(startRefusalText(started.refusal));
}
