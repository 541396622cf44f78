import type { Instant } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type BackendLock, takeLock } from './backend-lock.ts';
import type { Backing } from './backing.ts';
import { findBinaries } from './binaries.ts';
import { withConnection } from './connect.ts';
import { EmbeddedServer } from './embedded-server.ts';
import { initialise } from './initialise.ts';
import { type Layout, prepareLayout } from './layout.ts';
import { DATABASE, ROLES } from './login.ts';
import { readPostmaster } from './postmaster.ts';
import { provision } from './provision.ts';
import type { DatabaseRefusal } from './refusal.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import type { ServerPlan } from './server-process.ts';
import { SETTINGS } from './settings.ts';
import { systemUser } from './system-user.ts';

/** Opens the database of a directory: takes the directory, then starts or adopts its server. */
export async function openEmbedded(
  config: { readonly directory: string },
  now: Instant,
): Promise<Result<Backing, DatabaseRefusal>> {
  const plan = planFor(config.directory);
  if (!plan.ok) return plan;
  const { layout } = plan.value;
  const lock = takeLock(layout.directory, now);
  if (!lock.ok) {
    const databasePid = readPostmaster(layout.pgdata)?.pid ?? null;
    return refuse({ reason: 'alreadyRunning', ...lock.refusal, databasePid });
  }
  const server = new EmbeddedServer(plan.value);
  let usable = false;
  try {
    const secrets = loadSecrets(layout);
    if (!secrets.ok) return secrets;
    const up = await bringUp(plan.value, server, secrets.value, lock.value);
    if (!up.ok) return up;
    usable = true;
    return ok(backing(server, secrets.value, lock.value));
  } finally {
    if (!usable) await giveUp(server, lock.value);
  }
}

/** Leaves nothing running. If the directory was lost to another backend, so was its server. */
async function giveUp(server: EmbeddedServer, lock: BackendLock): Promise<void> {
  if (lock.stillHeld()) await server.stop();
  lock.release();
}

/** Where the server of a directory lies, and how it runs. Makes the folders. */
export function planFor(directory: string): Result<ServerPlan, DatabaseRefusal> {
  const user = systemUser();
  if (!user.ok) return user;
  const binaries = findBinaries(user.value);
  if (!binaries.ok) return binaries;
  const layout = prepareLayout(directory, user.value);
  if (!layout.ok) return layout;
  return ok({
    layout: layout.value,
    binaries: binaries.value,
    user: user.value,
    settings: SETTINGS,
  });
}

async function bringUp(
  plan: ServerPlan,
  server: EmbeddedServer,
  secrets: Secrets,
  lock: BackendLock,
): Promise<Result<void, DatabaseRefusal>> {
  const files = await initialise(plan.layout, plan.binaries, plan.user, secrets.superuser);
  if (!files.ok) return files;
  const up = await server.ensure();
  if (!up.ok) return up;
  const made = await withConnection(
    server.login(ROLES.superuser, secrets.superuser, 'postgres'),
    (superuser) => provision(superuser, secrets.application),
  );
  if (!made.ok) return refuse(explained(made.refusal, plan.layout));
  const served = await withConnection(
    server.login(ROLES.application, secrets.application, DATABASE),
    async () => undefined,
  );
  if (!served.ok) return refuse(explained(served.refusal, plan.layout));
  if (lock.stillHeld()) return ok(undefined);
  const { log } = plan.layout;
  return refuse({ reason: 'startFailed', log, lastWords: 'another backend took the directory' });
}

/** SQLSTATE of a password that is not the login's. */
const WRONG_PASSWORD = '28P01';

/** Why our own server can't be used, in words that name our files and not somebody's settings. */
function explained(refusal: DatabaseRefusal, { log, secrets: file }: Layout): DatabaseRefusal {
  if (refusal.reason !== 'unreachable') return refusal;
  return refusal.detail === WRONG_PASSWORD
    ? { reason: 'secretsUnusable', file, how: 'refused' }
    : { reason: 'startFailed', log, lastWords: `no connection (${refusal.detail})` };
}

function backing(server: EmbeddedServer, secrets: Secrets, lock: BackendLock): Backing {
  return {
    application: server.login(ROLES.application, secrets.application, DATABASE),
    listener: server.login(ROLES.application, secrets.application, DATABASE),
    owner: server.login(ROLES.superuser, secrets.superuser, DATABASE),
    onLost: () => server.revive(),
    serverPid: () => server.pid,
    close: async () => {
      await server.stop();
      lock.release();
    },
  };
}
