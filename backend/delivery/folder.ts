import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { later, type Outcome, TAKEN } from './outcome.ts';
import type { Ways } from './ways.ts';

/**
 * Lays mails down as `<message>.eml` in a folder instead of sending them, for trying Throughline out.
 * A message that is tried twice is one file.
 */
export function mailFolderWay(folder: string): NonNullable<Ways['mail']> {
  return async ({ messageId, to, subject, text }) =>
    lay(folder, `${messageId}.eml`, `To: ${to}\nSubject: ${subject}\n\n${text}\n`);
}

/** Lays texts down as `<message>.txt` in a folder instead of sending them. */
export function textFolderWay(folder: string): NonNullable<Ways['text']> {
  return async ({ messageId, to, text }) =>
    lay(folder, `${messageId}.txt`, `To: ${to}\n\n${text}\n`);
}

/** A file appears whole or not at all. Links in it open somebody's check-in, so it is ours to read. */
async function lay(folder: string, name: string, content: string): Promise<Outcome> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, name);
    await writeFile(`${path}.part`, content, { mode: 0o600 });
    await rename(`${path}.part`, path);
    return TAKEN;
  } catch {
    return later('notReached');
  }
}
