import * as z from 'zod/mini';
import { Instant, instantOf } from '#shared/contracts/calendar.ts';
import { Pairing } from '../../messages/worker.ts';
import { createSlot, type StorageArea } from '../slot.ts';

/** A device authorization that waits for the clinician; outlives page and worker, not the browser. */
export const PendingPairing = z.object({
  backend: z.string(),
  /** The secret half: it is exchanged for the token and shown to nobody. */
  deviceCode: z.string(),
  /** What the clinician compares and approves; told again to a page that was reloaded. */
  shown: Pairing,
  intervalSeconds: z.number(),
  /** Not asked again before this. */
  nextPollAt: Instant,
});
export type PendingPairing = z.infer<typeof PendingPairing>;

/** The one request that may be under way. */
export interface Pending {
  /** What waits, though its time may be over; null when nothing does. */
  readonly read: () => Promise<PendingPairing | null>;
  /** What was begun with this backend and can still be approved. */
  readonly begunWith: (backend: string) => Promise<Pairing | null>;
  readonly write: (request: PendingPairing) => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly isOver: (request: PendingPairing) => boolean;
  /** The moment after so many seconds. */
  readonly inSeconds: (seconds: number) => Instant;
}

/** Keeps it in `storage.session`. */
export function createPending(area: StorageArea, now: () => Date): Pending {
  const slot = createSlot(area, 'pairing', PendingPairing);
  const isOver = ({ shown }: PendingPairing) => now().getTime() >= Date.parse(shown.expiresAt);
  return {
    ...slot,
    isOver,
    inSeconds: (seconds) => instantOf(new Date(now().getTime() + seconds * 1000)),
    async begunWith(backend) {
      const request = await slot.read();
      const fits = request !== null && request.backend === backend && !isOver(request);
      return fits ? request.shown : null;
    },
  };
}
