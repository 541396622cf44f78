import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** What the backend gave this browser to act for the clinician. */
export const BearerToken = z.object({
  token: z.string().check(z.minLength(1), z.maxLength(4096)),
  /** Origin of the backend that gave it; it is never sent to another. */
  backend: z.string(),
  expiresAt: Instant,
});
export type BearerToken = z.infer<typeof BearerToken>;

/** The clinician's session in this browser. */
export interface Session {
  /** The token for a backend; null when there is none, it is another's, or it has run out. */
  readonly tokenFor: (backend: string) => Promise<string | null>;
  readonly start: (token: BearerToken) => Promise<void>;
  readonly end: () => Promise<void>;
  /** Ends a session whose time is over; true when it did. */
  readonly endIfExpired: () => Promise<boolean>;
}

/**
 * Keeps the token in `storage.session`: memory only, gone with the browser, hidden from content
 * scripts, and it survives the worker's death.
 */
export function createSession(area: StorageArea, now: () => Date): Session {
  const slot = createSlot(area, 'bearerToken', BearerToken);
  const isOver = (token: BearerToken) => Date.parse(token.expiresAt) <= now().getTime();

  return {
    async tokenFor(backend) {
      const held = await slot.read();
      return held === null || held.backend !== backend || isOver(held) ? null : held.token;
    },
    start: slot.write,
    end: slot.clear,
    async endIfExpired() {
      const held = await slot.read();
      if (held === null || !isOver(held)) return false;
      await slot.clear();
      return true;
    },
  };
}
