import { createHash } from 'node:crypto';
import type { Instant } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { compareVersions, type Manifest, manifestIn } from '../crx/manifest.ts';
import { addedPowers, powersOf } from '../crx/permissions.ts';
import type { ArchivedFile } from '../crx/zip.ts';
import { emptyBook, type Release, type ReleaseBook } from '../releases/book.ts';
import { readBook } from '../releases/folder.ts';
import { textOf } from './build-files.ts';
import type { PackRefusal } from './refusal.ts';
import { schemaFaults } from './schema-rules.ts';
import type { SigningKey } from './signing-key.ts';
import { writeCrx } from './write-crx.ts';

/** People who must agree before a release may ask for more than the one before. */
const APPROVERS_NEEDED = 2;

/** What is to be released. */
export interface Packing {
  /** The release folder. */
  readonly folder: string;
  readonly files: readonly ArchivedFile[];
  readonly key: SigningKey;
  readonly approvedBy: readonly string[];
  /** The version whose code it is, when a release is taken back. */
  readonly codeOf: string | null;
  readonly now: Instant;
}

/** A packed release, and the book that it belongs into. */
export interface Packed {
  readonly crx: Uint8Array;
  readonly release: Release;
  readonly book: ReleaseBook;
}

/** Packs a build, unless something about it must not reach browsers. Writes nothing. */
export async function pack(packing: Packing): Promise<Result<Packed, PackRefusal>> {
  const manifest = manifestIn(textOf(packing.files, 'manifest.json') ?? '');
  if (manifest === null) return refuse({ reason: 'noBuild' });
  const faults = faultsOfSchema(manifest, packing.files);
  if (faults.length > 0) return refuse({ reason: 'badSchema', faults });
  const book = await bookFor(packing);
  if (!book.ok) return book;
  const refused = refusedIn(book.value, manifest, packing);
  if (refused !== null) return refuse(refused);
  const crx = await writeCrx(packing.files, packing.key);
  const release = releaseOf(packing, manifest, crx);
  const releases = [...book.value.releases, release];
  return ok({ crx, release, book: { ...book.value, releases } });
}

/** The release with the highest version; null when there is none. */
export function newestOf({ releases }: ReleaseBook): Release | null {
  return releases.toSorted((one, other) => compareVersions(other.version, one.version))[0] ?? null;
}

async function bookFor({ folder, key }: Packing): Promise<Result<ReleaseBook, PackRefusal>> {
  const book = await readBook(folder);
  if (book.ok) {
    return book.value.extensionId === key.extensionId ? book : refuse({ reason: 'otherKey' });
  }
  if (book.refusal === 'noReleases') return ok(emptyBook(key.extensionId));
  return refuse({ reason: 'folder', why: book.refusal });
}

function refusedIn(
  book: ReleaseBook,
  manifest: Manifest,
  { approvedBy, codeOf }: Packing,
): PackRefusal | null {
  const newest = newestOf(book);
  if (newest === null) return null;
  if (compareVersions(manifest.version, newest.version) <= 0) {
    return { reason: 'versionNotHigher', newest: newest.version };
  }
  // What code that was released before asks for was approved then, whatever came in between.
  const agreedTo = book.releases.find(({ version }) => version === codeOf) ?? newest;
  const added = addedPowers(agreedTo, powersOf(manifest));
  const approvers = new Set(approvedBy.map((name) => name.trim().toLowerCase()));
  const isApproved = approvers.size >= APPROVERS_NEEDED;
  return added.length === 0 || isApproved ? null : { reason: 'notApproved', added };
}

function faultsOfSchema({ storage }: Manifest, files: readonly ArchivedFile[]): readonly string[] {
  const name = storage?.managed_schema;
  const text = name === undefined ? null : textOf(files, name);
  if (text === null) return ['The build has no schema of managed settings.'];
  try {
    return schemaFaults(JSON.parse(text));
  } catch {
    return ['The schema of managed settings is not JSON.'];
  }
}

function releaseOf(
  { approvedBy, codeOf, now }: Packing,
  manifest: Manifest,
  crx: Uint8Array,
): Release {
  const { permissions, hosts } = powersOf(manifest);
  return {
    version: manifest.version,
    sha256: createHash('sha256').update(crx).digest('hex'),
    minimumChromeVersion: manifest.minimum_chrome_version,
    permissions: [...permissions],
    hosts: [...hosts],
    approvedBy: [...approvedBy],
    codeOf,
    releasedAt: now,
  };
}
