import type { Caller } from '#backend/access/caller.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { type Result, refuse } from '#shared/contracts/result.ts';
import { type CareDeps, staffScope } from '../deps.ts';

/** A client who is held, at the moment of what is done. */
export interface HeldClient {
  readonly care: CareRepositories;
  readonly now: Instant;
}

/**
 * Does something about what is sent to a client of the caller's caseload, in one transaction. The
 * client is held, so that two panels, and the rounds that keep plans, act one after the other, and
 * what was done is dated after whatever it had to wait for.
 */
export function inHeldClient<Value, Refusal>(
  deps: CareDeps,
  { caller, clientId }: { readonly caller: Caller; readonly clientId: ClientId },
  work: (held: HeldClient) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | 'notFound'>> {
  return deps.store.inPractice(staffScope(deps, caller), async (waiting) => {
    if (!(await waiting.caseload.has(caller.staffId, clientId))) return refuse('notFound');
    await waiting.clients.hold(clientId);
    const now = deps.now();
    return work({ care: waiting.at(now), now });
  });
}
