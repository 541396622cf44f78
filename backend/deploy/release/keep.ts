import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReleaseBook } from '../releases/book.ts';
import { BOOK_FILE, crxFileOf } from '../releases/folder.ts';
import type { Packed } from './pack.ts';

/** Puts a packed release into its folder: the file first, so that the book never names a missing one. */
export async function keepRelease(folder: string, { crx, release, book }: Packed): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, crxFileOf(release.version)), crx);
  await keepBook(folder, book);
}

/** Exchanges the book in one step: a backend that reads it meanwhile sees the old or the new one. */
export async function keepBook(folder: string, book: ReleaseBook): Promise<void> {
  const next = join(folder, `${BOOK_FILE}.next`);
  await writeFile(next, `${JSON.stringify(book, null, 2)}\n`);
  await rename(next, join(folder, BOOK_FILE));
}
