import { createHash } from 'node:crypto';
import type { ChannelState } from './book.ts';

/** Shares are told in percent. */
const SHARES = 100;

/**
 * The share that a browser belongs to, 0 to 99: always the same for the same key, spread evenly over
 * keys. `key` is whatever tells this browser from others.
 */
export function shareOf(extensionId: string, key: string): number {
  const hash = createHash('sha256').update(`${extensionId}\n${key}`).digest();
  return hash.readUInt32BE(0) % SHARES;
}

/**
 * The version that a browser of this share is offered; null for none. The steps are looked at from
 * the highest version down, so that a browser which has been offered one is offered it again.
 */
export function offeredVersion({ pin, steps }: ChannelState, share: number): string | null {
  return pin ?? steps.find(({ percentage }) => share < percentage)?.version ?? null;
}
