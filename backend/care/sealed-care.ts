import type { Caller } from '#backend/access/caller.ts';
import type { DeliveryReply, SealedEntry, SealingGrant } from '#shared/contracts/sealed.ts';

/** What waits sealed on browsers' disks until the server can be told. */
export interface SealedCare {
  /** Lets the caller's browser seal in the caller's name, as long as a session lasts. */
  readonly grantSealing: (caller: Caller) => Promise<SealingGrant>;
  /**
   * Records entries in order, each in its author's name and at most once, whoever brings them.
   * Throws AppError `busy` only when not even the first could be looked at.
   */
  readonly deliverSealed: (
    caller: Caller,
    entries: readonly SealedEntry[],
  ) => Promise<DeliveryReply>;
}
