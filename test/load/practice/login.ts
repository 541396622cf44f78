import { planFor } from '#backend/database/embedded.ts';
import type { Layout } from '#backend/database/layout.ts';
import { DATABASE, type Login, ROLES } from '#backend/database/login.ts';
import { livePostmaster } from '#backend/database/postmaster.ts';
import { loadSecrets } from '#backend/database/secrets.ts';

/**
 * The way into the running embedded database of a directory, past the backend that runs it. Throws
 * when none runs.
 */
export function loginTo(directory: string, role: 'application' | 'superuser'): Login {
  const plan = planFor(directory);
  if (!plan.ok) throw new Error(`no database in ${directory}: ${plan.refusal.reason}`);
  const { layout } = plan.value;
  const server = livePostmaster(layout.pgdata);
  if (server === null) throw new Error(`no server runs in ${directory}`);
  const secrets = loadSecrets(layout);
  if (!secrets.ok) throw new Error(`no passwords in ${directory}`);
  return {
    host: hostOf(layout),
    port: server.port,
    user: ROLES[role],
    password: secrets.value[role],
    database: DATABASE,
  };
}

function hostOf({ socketFolder }: Layout): string {
  return process.platform === 'win32' ? '127.0.0.1' : socketFolder;
}
