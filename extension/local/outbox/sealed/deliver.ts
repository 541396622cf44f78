import type { Result } from '#shared/contracts/result.ts';
import {
  type DeliveryReply,
  MAX_SEALED_LENGTH,
  type SealedDelivery,
  type SealedEntry,
} from '#shared/contracts/sealed.ts';
import type { Failure } from '../../failure.ts';
import type { SignedIn } from '../../signed-in.ts';
import { type Disk, isSealed, type SealedRow } from './disk.ts';

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
}

/**
 * Delivers what earlier browser sessions left on the disk, as it is and in order, whoever did it.
 * False when the server could not be told: the rest waits. Each result is on the disk before the
 * next delivery; a repeat does no harm, since the server takes an entry once.
 */
export function createDelivery({ disk, inHand, bring }: DeliveryDependencies) {
  /** Servers for which nothing is left of earlier sessions: what comes now is in hand. */
  const done = new Set<string>();

  async function settle({ entryId, status, what, because }: DeliveryReply['results'][number]) {
    if (status === 'kept') await disk.drop(entryId);
    const refusal = { what, because, insertionId: null };
    if (status === 'refused') await disk.refuse(entryId, refusal);
    if (status === 'left' && because !== null) await disk.refuse(entryId, refusal, true);
  }

  return async function deliver(who: SignedIn): Promise<{ reached: boolean; told: boolean }> {
    if (done.has(who.backend)) return { reached: true, told: false };
    const mine = await inHand();
    const rows = await disk.of(who.backend);
    let left = rows.filter(isSealed).filter(({ entryId }) => !mine.has(entryId));
    const told = left.length > 0;
    while (left.length > 0) {
      const entries = batchOf(left);
      const reply = await bring({ entries }, who);
      const results = reply.ok ? inOrder(reply.value, entries) : [];
      for (const result of results) await settle(result);
      if (results.length === 0) return { reached: false, told };
      left = left.slice(results.length);
    }
    done.add(who.backend);
    return { reached: true, told };
  };
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
  for (const { entryId, author, keyId, encapsulated, sealed } of rows.slice(0, MOST_AT_ONCE)) {
    length += sealed.length;
    if (batch.length > 0 && length > MAX_SEALED_LENGTH) break;
    batch.push({ entryId, author, keyId, encapsulated, sealed });
  }
  return batch;
}
