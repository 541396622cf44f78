import type { InsertionId } from '#shared/contracts/ids.ts';
import type { Result } from '#shared/contracts/result.ts';
import {
  type DeliveryReply,
  MAX_SEALED_LENGTH,
  type SealedDelivery,
  type SealedEntry,
} from '#shared/contracts/sealed.ts';
import type { Failure } from '../../failure.ts';
import type { SignedIn } from '../../signed-in.ts';
import { type Disk, isSealed, type SealedRow, unlessBroken } from './disk.ts';
import type { AskForGrant } from './grants.ts';
import { setAside } from './set-aside.ts';

/** Entries that one delivery may hold, as the contract says. */
const MOST_AT_ONCE = 20;

/** Brings sealed entries to a backend, in the name of one session and no other. */
export type Bring = (
  delivery: SealedDelivery,
  as: SignedIn,
) => Promise<Result<DeliveryReply, Failure>>;

/** What delivering needs. */
export interface DeliveryDependencies {
  readonly disk: Disk;
  /** Ids of what this browser session can still read and sends by itself. */
  readonly inHand: () => Promise<ReadonlySet<string>>;
  readonly bring: Bring;
  /** Something else that the server is asked, to tell whether it is there at all. */
  readonly askForGrant: AskForGrant;
}

/** What came of delivering. */
export interface Delivered {
  /** False when the server could not be told: the rest waits. */
  readonly reached: boolean;
  readonly told: boolean;
  /** Insertions that were set aside: what speaks of them waits with them. */
  readonly aside: ReadonlySet<InsertionId>;
}

/**
 * Delivers what earlier browser sessions left on the disk, as it is and in order, whoever did it.
 * Each result is on the disk before the next delivery; a repeat does no harm, since the server takes
 * an entry once.
 *
 * Where a server that is there fails over a delivery, its entries are brought one by one, and the one
 * that it fails over is set aside: its copy is kept, it is told as refused, and the next worker tries
 * it again. This keeps the order: an entry means something only after those that speak of the same
 * insertion (an undo after what it undoes, an insertion after what it takes the place of), and these
 * wait with it. Acknowledgements and other insertions stand by themselves.
 */
export function createDelivery({ disk, inHand, bring, askForGrant }: DeliveryDependencies) {
  /** Servers for which nothing is left of earlier sessions: what comes now is in hand. */
  const done = new Set<string>();
  const aside = new Set<InsertionId>();

  async function settle({ entryId, status, what, because }: DeliveryReply['results'][number]) {
    if (status === 'kept') await disk.drop(entryId);
    const refusal = { what, because, insertionId: null };
    if (status === 'refused') await disk.refuse(entryId, refusal);
    if (status === 'left' && because !== null) await disk.refuse(entryId, refusal, true);
  }

  /** Keeps an entry and tells of it, with all that has to wait for it; what is left to bring. */
  async function passOver(culprit: SealedRow, rest: readonly SealedRow[]) {
    const refusal = { what: null, because: null, insertionId: null };
    await unlessBroken(disk.refuse(culprit.entryId, refusal, true), undefined);
    const after = setAside(culprit, rest);
    for (const insertionId of after.aside) aside.add(insertionId);
    return after.left;
  }

  return async function deliver(who: SignedIn): Promise<Delivered> {
    if (done.has(who.backend)) return { reached: true, told: false, aside };
    const mine = await inHand();
    const rows = await disk.of(who.backend);
    aside.clear();
    let left: readonly SealedRow[] = rows
      .filter(isSealed)
      .filter(({ entryId }) => !mine.has(entryId));
    const told = left.length > 0;
    let most = MOST_AT_ONCE;
    for (let [first] = left; first !== undefined; [first] = left) {
      const entries = batchOf(left.slice(0, most));
      const reply = await bring({ entries }, who);
      const results = reply.ok ? inOrder(reply.value, entries) : [];
      for (const result of results) await settle(result);
      left = left.slice(results.length);
      if (results.length > 0) continue;
      if (isOutage(reply)) return { reached: false, told, aside };
      if (entries.length > 1) most = 1;
      // Something else is asked: a server that fails over everything is as good as away.
      else if ((await askForGrant(who)).ok) {
        left = await passOver(first, left.slice(1));
        most = MOST_AT_ONCE;
      } else return { reached: false, told, aside };
    }
    done.add(who.backend);
    return { reached: true, told, aside };
  };
}

/** Whether nobody can say anything of the entries: the server is away, busy, or knows nobody. */
function isOutage(reply: Awaited<ReturnType<Bring>>): boolean {
  if (reply.ok) return false;
  return reply.refusal.reason !== 'refused' && reply.refusal.failedOverIt !== true;
}

/** The results that are about what was brought: a server has no say about anything else. */
function inOrder({ results }: DeliveryReply, entries: readonly SealedEntry[]) {
  const differs = results.findIndex(({ entryId }, at) => entries[at]?.entryId !== entryId);
  return differs === -1 ? results : results.slice(0, differs);
}

/** The first entries that fit into one delivery; always one. */
function batchOf(rows: readonly SealedRow[]): SealedEntry[] {
  const batch: SealedEntry[] = [];
  let length = 0;
  for (const { entryId, author, keyId, encapsulated, sealed } of rows) {
    length += sealed.length;
    if (batch.length > 0 && length > MAX_SEALED_LENGTH) break;
    batch.push({ entryId, author, keyId, encapsulated, sealed });
  }
  return batch;
}
