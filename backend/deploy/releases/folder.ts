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

/** What contents with a good signature say of themselves. */
interface Signed {
  readonly extensionId: string;
  readonly version: string;
}

/**
 * What was found of contents with a good signature, by their SHA-256. The same bytes never say
 * anything else, so they are taken apart once, however often they are asked for.
 */
export type KnownContents = Map<string, Signed>;

/** The book of a folder. */
export async function readBook(folder: string): Promise<Result<ReleaseBook, ReleaseRefusal>> {
  const text = await contentOf(join(folder, BOOK_FILE));
  return text === null ? refuse('noReleases') : bookIn(text.toString('utf8'));
}

/**
 * A released CRX, held against the book and its own signature: what lies in the folder may have been
 * exchanged since it was packed, and the browsers would learn of it first. So every byte is hashed
 * each time, and only what hashes as before is not taken apart again.
 */
export async function readRelease(
  folder: string,
  version: string,
  known: KnownContents = new Map(),
): Promise<Result<Uint8Array, ReleaseRefusal>> {
  const book = await readBook(folder);
  if (!book.ok) return book;
  const release = book.value.releases.find((one) => one.version === version);
  if (release === undefined) return refuse('unknownVersion');
  const bytes = await contentOf(join(folder, crxFileOf(version)));
  if (bytes === null) return refuse('unknownVersion');
  const hash = await sha256Of(bytes);
  const signed = signedIn(bytes, known.get(hash));
  if (!signed.ok) return signed;
  known.set(hash, signed.value);
  if (signed.value.extensionId !== book.value.extensionId) return refuse('otherKey');
  if (signed.value.version !== version) return refuse('otherVersion');
  return hash === release.sha256 ? ok(bytes) : refuse('otherBytes');
}

/** Web Crypto hashes beside the event loop, which anybody who asks would hold up otherwise. */
async function sha256Of(bytes: Buffer<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

function signedIn(bytes: Buffer, before: Signed | undefined): Result<Signed, CrxRefusal> {
  if (before !== undefined) return ok(before);
  const crx = readCrx(bytes);
  if (!crx.ok) return crx;
  const { extensionId, manifest } = crx.value;
  return ok({ extensionId, version: manifest.version });
}

async function contentOf(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent) return null;
    throw error;
  }
}
