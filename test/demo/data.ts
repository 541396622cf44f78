import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { RunningBackend } from '#backend/serve.ts';
import { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { type SeededPractice, seedPractice } from './seed.ts';

/** What the demo remembers of the practice that it loaded: ids only. */
const Loaded = z.object({
  practiceId: PracticeId,
  clinicianId: StaffId,
  clients: z.record(z.string(), ClientId),
});

/** The practice of an earlier start, or one loaded now. */
export async function loadPractice(
  backend: RunningBackend,
  dataDir: string,
  say: (line: string) => void,
): Promise<SeededPractice> {
  const file = join(dataDir, 'practice.json');
  if (existsSync(file)) return Loaded.parse(JSON.parse(readFileSync(file, 'utf8')));
  say('Loading an invented practice: 14 clients over eight months ...');
  const seeded = await seedPractice(backend.care, backend.setup, say);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(seeded, null, 2));
  return seeded;
}
