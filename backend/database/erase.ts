import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { takeLock } from './backend-lock.ts';
import { planFor } from './embedded.ts';
import { livePostmaster } from './postmaster.ts';
import type { DatabaseRefusal } from './refusal.ts';
import { stopServer } from './server-process.ts';

/**
 * Removes an embedded database for good, wherever its files lie, also when a killed backend left
 * its server running. Refuses while a backend works on the directory.
 */
export async function eraseDatabase(
  directory: string,
  now: Instant,
): Promise<Result<void, DatabaseRefusal>> {
  if (!existsSync(directory)) return ok(undefined);
  const plan = planFor(directory);
  if (!plan.ok) return plan;
  const { layout } = plan.value;
  const lock = takeLock(layout.directory, now);
  const server = livePostmaster(layout.pgdata);
  if (!lock.ok) {
    return refuse({ reason: 'alreadyRunning', ...lock.refusal, databasePid: server?.pid ?? null });
  }
  if (server !== null) await stopServer(plan.value);
  for (const path of [dirname(layout.pgdata), layout.directory, layout.socketFolder]) {
    rmSync(path, { recursive: true, force: true });
  }
  return ok(undefined);
}
