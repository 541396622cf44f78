import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '#backend/database/backend-lock.ts';
import { listen } from '#backend/listen.ts';
import { startRefusalText } from '#backend/start-refusal.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { DemoPlan } from './plan.ts';

/** Folder within the demo's own that says what runs; it stays when the rest is forgotten. */
export const RUNNING = 'running';

/** The demo's folder, held by this process. */
export interface HeldDemo {
  /** Tells whoever starts a second one where this one serves. */
  readonly servesAt: (url: URL) => void;
  readonly release: () => void;
}

/** Takes the folder of a demo for this process, before anything is built; or says what runs, and where. */
export function holdDemo({ kind, dataDir }: DemoPlan): Result<HeldDemo, string> {
  const folder = join(dataDir, RUNNING);
  const file = join(folder, 'address');
  mkdirSync(folder, { recursive: true });
  const lock = takeLock(folder, instantOf(new Date()));
  if (!lock.ok) {
    const { pid, since } = lock.refusal;
    return refuse(runningText(kind, `process ${pid}, since ${since}`, addressIn(file)));
  }
  rmSync(file, { force: true });
  return ok({
    servesAt: (url) => writeFileSync(file, url.origin),
    release: () => {
      rmSync(file, { force: true });
      lock.value.release();
    },
  });
}

/** Why the demo could not listen on a port; null where it can. Looked at before anything is built. */
export async function portProblem(port: number): Promise<string | null> {
  const tried = await listen('127.0.0.1', port);
  if (!tried.ok) return `${startRefusalText(tried.refusal)} 0 takes any that is free.`;
  await tried.value.close();
  return null;
}

function runningText(kind: DemoPlan['kind'], who: string, address: string | null): string {
  if (kind === 'once') {
    return `A demo that checks itself is running already (${who}). Wait until it has ended, or stop it with Ctrl+C where it was started.`;
  }
  const where = address === null ? 'is just being started' : `is open already at ${address}`;
  return `The demo ${where} (${who}). Go on in its browser, or stop it with Ctrl+C where it was started. npm start -- --once runs beside it.`;
}

/** Null while the one that runs does not serve yet. */
function addressIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
