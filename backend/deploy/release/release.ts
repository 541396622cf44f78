import type { Instant } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Channel, ReleaseBook } from '../releases/book.ts';
import { readBook } from '../releases/folder.ts';
import { filesOfBuild } from './build-files.ts';
import { keepBook, keepRelease } from './keep.ts';
import { EVERYBODY, offer, pin } from './offers.ts';
import { newestOf, type Packed, pack } from './pack.ts';
import type { ReleaseCall } from './read-words.ts';
import type { PackRefusal } from './refusal.ts';
import { filesOfEarlier } from './rollback.ts';
import { signingKeyAt } from './signing-key.ts';

/** What a call stands on. */
export interface ReleaseAround {
  /** The release folder that holds where none is named. */
  readonly folder: string;
  /** The unpacked build that holds where none is named. */
  readonly build: string;
  readonly now: Instant;
}

/** The lines to tell, or why nothing was done. */
export type ReleaseOutcome = Result<readonly string[], PackRefusal>;

/** Does what a call asks for. What is refused leaves the folder as it was. */
export async function release(call: ReleaseCall, around: ReleaseAround): Promise<ReleaseOutcome> {
  const folder = call.releases ?? around.folder;
  const channel = call.channel ?? 'stable';
  if (call.what === 'pack') return packBuild(call, { ...around, folder });
  if (call.what === 'rollback') return rollBack(call, { folder, channel, now: around.now });
  return changeBook(folder, (book) => {
    if (call.what === 'offer') return offer(book, channel, call);
    if (call.what === 'list') return ok(book);
    return pin(book, channel, call.what === 'pin' ? call.version : null);
  });
}

async function packBuild(
  call: Extract<ReleaseCall, { what: 'pack' }>,
  { folder, build, now }: ReleaseAround,
): Promise<ReleaseOutcome> {
  const files = await filesOfBuild(call.build ?? build);
  if (files.length === 0) return refuse({ reason: 'noBuild' });
  const key = signingKeyAt(call.key, { makeNew: call['new-key'] === true });
  if (!key.ok) return key;
  const approvedBy = call['approved-by'] ?? [];
  const packed = await pack({ folder, files, key: key.value, approvedBy, codeOf: null, now });
  if (!packed.ok) return packed;
  await keepRelease(folder, packed.value);
  const { version } = packed.value.release;
  return ok([
    ...told(packed.value),
    `The manifest's "key" for an unpacked build of the same id: ${key.value.publicKey}`,
    `No browser is offered it yet: npm run release -- offer --version ${version} --percentage 10`,
  ]);
}

async function rollBack(
  call: Extract<ReleaseCall, { what: 'rollback' }>,
  { folder, channel, now }: { folder: string; channel: Channel; now: Instant },
): Promise<ReleaseOutcome> {
  const files = await filesOfEarlier(folder, call.version);
  if (!files.ok) return files;
  const key = signingKeyAt(call.key, { makeNew: false });
  if (!key.ok) return key;
  const earlier = { folder, files: files.value, key: key.value, approvedBy: [], now };
  const packed = await pack({ ...earlier, codeOf: call.version });
  if (!packed.ok) return packed;
  const { version } = packed.value.release;
  const unpinned = pin(packed.value.book, channel, null);
  if (!unpinned.ok) return unpinned;
  const offered = offer(unpinned.value, channel, { version, percentage: EVERYBODY });
  if (!offered.ok) return offered;
  await keepRelease(folder, { ...packed.value, book: offered.value });
  return ok([...told(packed.value), `Every browser of ${channel} is offered it from now on.`]);
}

function told({ release: { version, sha256, codeOf }, book }: Packed): readonly string[] {
  const code = codeOf === null ? '' : ` with the code of ${codeOf}`;
  return [`Released ${version}${code} of extension ${book.extensionId}.`, `SHA-256 ${sha256}`];
}

async function changeBook(
  folder: string,
  change: (book: ReleaseBook) => Result<ReleaseBook, PackRefusal>,
): Promise<ReleaseOutcome> {
  const book = await readBook(folder);
  if (!book.ok) return refuse({ reason: 'folder', why: book.refusal });
  const changed = change(book.value);
  if (!changed.ok) return changed;
  if (changed.value !== book.value) await keepBook(folder, changed.value);
  return ok(summary(changed.value));
}

function summary(book: ReleaseBook): readonly string[] {
  const channels = Object.entries(book.channels).map(([name, state]) => {
    const steps = state.steps.map(({ version, percentage }) => `${version} to ${percentage} %`);
    const offered = state.pin === null ? steps.join(', ') : `${state.pin} alone (pinned)`;
    return `${name}: ${offered === '' ? 'nothing' : offered}`;
  });
  const newest = newestOf(book)?.version ?? 'none';
  return [`Extension ${book.extensionId}, newest release ${newest}`, ...channels];
}
