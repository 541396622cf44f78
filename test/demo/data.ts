import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { eraseDatabase } from '#backend/database/erase.ts';
import { refusalText } from '#backend/database/refusal.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { seedCouple } from './couple.ts';
import { RUNNING } from './running.ts';
import { type SeededPractice, seedPractice } from './seed.ts';

/** What the demo remembers of the practice that it loaded: ids only. */
const Loaded = z.object({
  /** Which demo practice it is: an earlier one lacks what is shown now. */
  edition: z.literal(2),
  practiceId: PracticeId,
  clinicianId: StaffId,
  clients: z.record(z.string(), ClientId),
});

const fileIn = (dataDir: string) => join(dataDir, 'practice.json');

/** What an earlier start loaded to its end; null when none did, or when it loaded another edition. */
function loadedIn(dataDir: string): SeededPractice | null {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return null;
  const loaded = Loaded.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return loaded.success ? loaded.data : null;
}

/**
 * Makes the folder, which is held, ready for a start. Data of a practice that was never loaded to its end, because
 * the program was stopped meanwhile, or of another edition is removed, and everything when `fresh` is asked for.
 * Gives the reason when it can't be removed because a backend works on it.
 */
export async function prepareData(dataDir: string, fresh: boolean): Promise<string | null> {
  if (fresh || loadedIn(dataDir) === null) {
    const erased = await eraseDatabase(join(dataDir, 'database'), instantOf(new Date()));
    if (!erased.ok) return refusalText(erased.refusal);
    for (const name of readdirSync(dataDir).filter((entry) => entry !== RUNNING)) {
      rmSync(join(dataDir, name), { recursive: true, force: true });
    }
  }
  return null;
}

/** The practice of an earlier start, or one loaded now. */
export async function loadPractice(
  backend: RunningBackend,
  dataDir: string,
  say: (line: string) => void,
): Promise<SeededPractice> {
  const loaded = loadedIn(dataDir);
  if (loaded !== null) return loaded;
  const file = fileIn(dataDir);
  say('Loading an invented practice: 14 clients over eight months ...');
  const seeded = await seedPractice(backend.care, backend.setup, say);
  await seedCouple(backend.care, seeded);
  // In one step, so that a stop in between leaves no half of it.
  writeFileSync(`${file}.new`, JSON.stringify({ edition: 2, ...seeded }, null, 2));
  renameSync(`${file}.new`, file);
  return seeded;
}
