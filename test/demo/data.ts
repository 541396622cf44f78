import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { eraseDatabase } from '#backend/database/erase.ts';
import { refusalText } from '#backend/database/refusal.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { type SeededPractice, seedPractice } from './seed.ts';

/** What the demo remembers of the practice that it loaded: ids only. */
const Loaded = z.object({
  practiceId: PracticeId,
  clinicianId: StaffId,
  clients: z.record(z.string(), ClientId),
});

const fileIn = (dataDir: string) => join(dataDir, 'practice.json');

/**
 * Makes the folder ready for a start. Data of a practice that was never loaded to its end, because
 * the program was stopped meanwhile, is removed, and so is everything when `fresh` is asked for.
 * Gives the reason when it can't be removed because a backend works on it.
 */
export async function prepareData(dataDir: string, fresh: boolean): Promise<string | null> {
  if (fresh || !existsSync(fileIn(dataDir))) {
    const erased = await eraseDatabase(join(dataDir, 'database'), instantOf(new Date()));
    if (!erased.ok) return refusalText(erased.refusal);
    rmSync(dataDir, { recursive: true, force: true });
  }
  mkdirSync(dataDir, { recursive: true });
  return null;
}

/** The practice of an earlier start, or one loaded now. */
export async function loadPractice(
  backend: RunningBackend,
  dataDir: string,
  say: (line: string) => void,
): Promise<SeededPractice> {
  const file = fileIn(dataDir);
  if (existsSync(file)) return Loaded.parse(JSON.parse(readFileSync(file, 'utf8')));
  say('Loading an invented practice: 14 clients over eight months ...');
  const seeded = await seedPractice(backend.care, backend.setup, say);
  // In one step, so that a stop in between leaves no half of it.
  writeFileSync(`${file}.new`, JSON.stringify(seeded, null, 2));
  renameSync(`${file}.new`, file);
  return seeded;
}
