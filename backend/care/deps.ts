import type { Caller } from '#backend/access/caller.ts';
import type { Scope, Store } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';

/** What the use cases are built from. */
export interface CareDeps {
  readonly store: Store;
  /** Server time. */
  readonly now: () => Instant;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  /** Cryptographically strong bytes, for the secrets in links. */
  readonly randomBytes: (size: number) => Uint8Array;
  /** By which ways the server can send: nobody is reached by another. */
  readonly channels: readonly Channel[];
}

/** The scope of what a member of staff asks for: own practice, own name, this request, now. */
export function staffScope(deps: CareDeps, caller: Caller): Scope {
  return {
    practiceId: caller.practiceId,
    actor: { kind: 'staff', staffId: caller.staffId },
    requestId: caller.requestId,
    now: deps.now(),
  };
}

/** The scope of what the operator of the server does to a practice, by hand or script. */
export function operatorScope(deps: CareDeps, practiceId: PracticeId): Scope {
  return {
    practiceId,
    actor: { kind: 'system', name: 'operator' },
    requestId: deps.newId(),
    now: deps.now(),
  };
}
