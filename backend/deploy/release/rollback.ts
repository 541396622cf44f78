import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { readCrx } from '../crx/read-crx.ts';
import type { ArchivedFile } from '../crx/zip.ts';
import { readBook, readRelease } from '../releases/folder.ts';
import { textOf } from './build-files.ts';
import { newestOf } from './pack.ts';
import type { PackRefusal } from './refusal.ts';

/**
 * The files of an earlier release under a version above the newest one: browsers never go back to a
 * lower version, so taking a release back means releasing the former code once more.
 */
export async function filesOfEarlier(
  folder: string,
  version: string,
): Promise<Result<readonly ArchivedFile[], PackRefusal>> {
  const book = await readBook(folder);
  if (!book.ok) return refuse({ reason: 'folder', why: book.refusal });
  const newest = newestOf(book.value);
  const bytes = await readRelease(folder, version);
  if (!bytes.ok) {
    const isUnknown = bytes.refusal === 'unknownVersion' || newest === null;
    return refuse(
      isUnknown ? { reason: 'versionUnknown', version } : { reason: 'folder', why: bytes.refusal },
    );
  }
  const crx = readCrx(bytes.value);
  if (!crx.ok) return refuse({ reason: 'folder', why: crx.refusal });
  const { files } = crx.value;
  return ok(withVersion(files, versionAfter(newest?.version ?? version)));
}

/** The next version in the last of four places: `1.4.0` is followed by `1.4.0.1`, below `1.4.1`. */
export function versionAfter(version: string): string {
  const [major = 0, minor = 0, patch = 0, last = 0] = version.split('.').map(Number);
  return [major, minor, patch, last + 1].join('.');
}

function withVersion(files: readonly ArchivedFile[], version: string): readonly ArchivedFile[] {
  const manifest: unknown = JSON.parse(textOf(files, 'manifest.json') ?? '{}');
  const content = Buffer.from(JSON.stringify(Object.assign({}, manifest, { version })));
  return files.map((file) => (file.name === 'manifest.json' ? { name: file.name, content } : file));
}
