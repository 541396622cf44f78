import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ArchivedFile } from '../crx/zip.ts';
import type { SigningKey } from './signing-key.ts';

/** The packer, which brings no types: all of it that is used. */
type Packer = (
  files: readonly string[],
  options: {
    readonly keyPath: string;
    readonly crxPath: string;
    /** Milliseconds since 1970 that every file of the archive bears. */
    readonly forceDateTime: number;
  },
) => Promise<unknown>;

const crx3: Packer = createRequire(import.meta.url)('crx3');

/**
 * The moment that every file of every archive bears, in milliseconds since 1970: with the real ones
 * the same code would make other bytes each time. 1 January 2020, noon.
 */
const FILE_TIME = Date.UTC(2020, 0, 1, 12);

/** Rights of every file, whatever the umask of whoever built it. */
const FILE_MODE = 0o644;

/**
 * Packs files into a CRX: the same files and key give the same bytes, on any machine whose time zone
 * is UTC (the archive's format keeps local times). Files go in by the order of their names.
 */
export async function writeCrx(
  files: readonly ArchivedFile[],
  { path }: SigningKey,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-pack-'));
  try {
    const names = files.map(({ name }) => name).toSorted();
    for (const { name, content } of files) {
      const target = join(folder, 'files', name);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
      await chmod(target, FILE_MODE);
    }
    const crxPath = join(folder, 'out.crx');
    await crx3(
      names.map((name) => join(folder, 'files', name)),
      { keyPath: path, crxPath, forceDateTime: FILE_TIME },
    );
    return await readFile(crxPath);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
