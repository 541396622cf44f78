import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import { StaffId } from '#shared/contracts/ids.ts';
import { createInTurn } from './in-turn.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** What the backend gave this browser to act for the clinician. */
export const BearerToken = z.object({
  token: z.string().check(z.minLength(1), z.maxLength(4096)),
  /** Origin of the backend that gave it; it is never sent to another. */
  backend: z.string(),
  expiresAt: Instant,
  /** Whose it is; absent until the backend has said so. A member of staff is of one practice. */
  staffId: z.optional(StaffId),
});
export type BearerToken = z.infer<typeof BearerToken>;

/** The clinician's session in this browser. */
export interface Session {
  /** What is held, whatever backend gave it; null when there is none, or it has run out. */
  readonly held: () => Promise<BearerToken | null>;
  /** What is held for a backend; null when there is none, it is another's, or it has run out. */
  readonly heldFor: (backend: string) => Promise<BearerToken | null>;
  readonly tokenFor: (backend: string) => Promise<string | null>;
  /** Takes the place of the session that is held, if any: that one is given back. */
  readonly start: (token: BearerToken) => Promise<void>;
  /** Notes whose token it is; false when another session, or none, has taken its place. */
  readonly identify: (token: string, staffId: StaffId) => Promise<boolean>;
  /** Ends the session that is held, if any, and gives it back. */
  readonly end: () => Promise<void>;
  /** Ends the session if it is the one with this token; true when it did. */
  readonly endIfOf: (token: string) => Promise<boolean>;
  /** Ends a session whose time is over; true when it did. */
  readonly endIfExpired: () => Promise<boolean>;
}

/** What a session is kept with. */
export interface SessionDependencies {
  /** `storage.session`. */
  readonly area: StorageArea;
  readonly now: () => Date;
  /** Called with a session that a person ended: its backend may be told. Not waited for. */
  readonly giveBack: (token: BearerToken) => void;
}

/**
 * Keeps the token in `storage.session`: memory only, gone with the browser, hidden from content
 * scripts, and it survives the worker's death.
 */
export function createSession({ area, now, giveBack }: SessionDependencies): Session {
  const slot = createSlot(area, 'bearerToken', BearerToken);
  const inTurn = createInTurn();
  const isOver = (token: BearerToken) => Date.parse(token.expiresAt) <= now().getTime();

  async function heldNow(): Promise<BearerToken | null> {
    const kept = await slot.read();
    return kept === null || isOver(kept) ? null : kept;
  }

  async function heldFor(backend: string): Promise<BearerToken | null> {
    const kept = await heldNow();
    return kept?.backend === backend ? kept : null;
  }

  function endIf(isThis: (held: BearerToken) => boolean): Promise<boolean> {
    return inTurn(async () => {
      const held = await slot.read();
      if (held === null || !isThis(held)) return false;
      await slot.clear();
      return true;
    });
  }

  /** Puts another session, or none, in the place of the one that is held. */
  async function replace(next: BearerToken | null): Promise<void> {
    const held = await slot.read();
    await (next === null ? slot.clear() : slot.write(next));
    if (held !== null && held.token !== next?.token && !isOver(held)) giveBack(held);
  }

  return {
    held: heldNow,
    heldFor,
    tokenFor: async (backend) => (await heldFor(backend))?.token ?? null,
    start: (token) => inTurn(() => replace(token)),
    identify: (token, staffId) =>
      inTurn(async () => {
        const held = await slot.read();
        if (held === null || held.token !== token) return false;
        if (held.staffId !== staffId) await slot.write({ ...held, staffId });
        return true;
      }),
    end: () => inTurn(() => replace(null)),
    endIfOf: (token) => endIf((held) => held.token === token),
    endIfExpired: () => endIf(isOver),
  };
}
