import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type CrxRefusal, readCrx } from '../crx/read-crx.ts';
import { type BookRefusal, bookIn, type ReleaseBook } from './book.ts';

/** What stands in a release folder. */
export const BOOK_FILE = 'releases.json';

/** Name of a version's file. */
export function crxFileOf(version: string): string {
  return `throughline-${version}.crx`;
}

/**
 * Why a release is not handed out. `noReleases`: there is no release folder, or nothing in it.
 * `unknownVersion`: never packed. `otherBytes`: not the file that was released. `otherKey`,
 * `otherVersion`: what it is signed with, or calls itself, is not what the book says.
 */
export type ReleaseRefusal =
  | 'noReleases'
  | 'unknownVersion'
  | 'otherBytes'
  | 'otherKey'
  | 'otherVersion'
  | BookRefusal
  | CrxRefusal;

/** The book of a folder. */
export async function readBook(folder: string): Promise<Result<ReleaseBook, ReleaseRefusal>> {
  const text = await contentOf(join(folder, BOOK_FILE));
  return text === null ? refuse('noReleases') : bookIn(text.toString('utf8'));
}

/**
 * A released CRX, held against the book and its own signature each time: what lies in the folder may
 * have been exchanged since it was packed, and the browsers would learn of it first.
 */
export async function readRelease(
  folder: string,
  version: string,
): Promise<Result<Uint8Array, ReleaseRefusal>> {
  const book = await readBook(folder);
  if (!book.ok) return book;
  const release = book.value.releases.find((one) => one.version === version);
  if (release === undefined) return refuse('unknownVersion');
  const bytes = await contentOf(join(folder, crxFileOf(version)));
  if (bytes === null) return refuse('unknownVersion');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const crx = readCrx(bytes);
  if (!crx.ok) return crx;
  if (crx.value.extensionId !== book.value.extensionId) return refuse('otherKey');
  if (crx.value.manifest.version !== version) return refuse('otherVersion');
  return hash === release.sha256 ? ok(bytes) : refuse('otherBytes');
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent) return null;
    throw error;
  }
}
