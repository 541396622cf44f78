import type { Caller } from '#backend/access/caller.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import { type Result, refuse } from '#shared/contracts/result.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import { submissionMoment } from '../submission-moment.ts';

/** A client's record, held, at the moment of what is being added. */
export interface HeldRecord {
  readonly care: CareRepositories;
  readonly now: Instant;
}

/**
 * Adds something to the record of a client of the caller's caseload, in one transaction and while
 * nobody else does. It is dated after everything that was judged or stated before, so that the moment
 * of a judgement tells what was known to it. The locks are those of a submission, in their order; an
 * administration is not among them, because nothing of one that was sent changes any more. Other open
 * panels of the client hear of it.
 */
export function inOwnRecord<Refusal>(
  deps: CareDeps,
  { caller, clientId }: { readonly caller: Caller; readonly clientId: ClientId },
  work: (record: HeldRecord) => Promise<Result<Done, Refusal>>,
): Promise<Result<Done, Refusal | 'notFound'>> {
  return deps.store.inPractice(staffScope(deps, caller), async (waiting) => {
    if (!(await waiting.caseload.has(caller.staffId, clientId))) return refuse('notFound');
    await waiting.clients.hold(clientId);
    await waiting.ruleSettings.hold('toJudge');
    const now = await submissionMoment(waiting, deps.now(), clientId);
    const done = await work({ care: waiting.at(now), now });
    if (done.ok) await waiting.live.tell(clientId, 'client');
    return done;
  });
}
