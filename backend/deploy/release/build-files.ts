import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ArchivedFile } from '../crx/zip.ts';

/** All files of a build's folder; empty when there is none. */
export async function filesOfBuild(folder: string): Promise<readonly ArchivedFile[]> {
  const entries = await listed(folder);
  return Promise.all(
    entries.map(async (path) => ({
      name: relative(folder, path).split(sep).join('/'),
      content: await readFile(path),
    })),
  );
}

async function listed(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** The text of a file; null when it is not among them. */
export function textOf(files: readonly ArchivedFile[], wanted: string): string | null {
  const file = files.find(({ name }) => name === wanted);
  return file === undefined ? null : Buffer.from(file.content).toString('utf8');
}
