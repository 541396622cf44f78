import { planFor } from '#backend/database/embedded.ts';
import { EmbeddedServer } from '#backend/database/embedded-server.ts';
import { initialise } from '#backend/database/initialise.ts';
import type { Login } from '#backend/database/login.ts';
import { ROLES } from '#backend/database/login.ts';
import { SETTINGS } from '#backend/database/settings.ts';

/** A PostgreSQL server that does not keep what it acknowledges, as a careless admin runs one. */
export interface WeakServer {
  readonly pid: number;
  readonly superuser: Login;
  readonly stop: () => Promise<void>;
}

/** Starts one in a directory of its own. */
export async function startWeakServer(
  directory: string,
  weakness: Readonly<Record<string, string>>,
): Promise<WeakServer> {
  const plan = planFor(directory);
  if (!plan.ok) throw new Error(`no plan: ${JSON.stringify(plan.refusal)}`);
  const password = 'of a test server only';
  const settings = { ...SETTINGS, ...weakness };
  const { layout, binaries, user } = plan.value;
  const files = await initialise(layout, binaries, user, password);
  if (!files.ok) throw new Error(`no files: ${JSON.stringify(files.refusal)}`);
  const server = new EmbeddedServer({ ...plan.value, settings });
  const up = await server.ensure();
  if (!up.ok || server.pid === null) throw new Error('the weak server did not start');
  return {
    pid: server.pid,
    superuser: server.login(ROLES.superuser, password, 'postgres'),
    stop: () => server.stop(),
  };
}
