import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Remembers that the caller had a client's brief on screen, as it was read at a moment. A moment
 * that has not come yet counts as now: what is answered later must still show as new.
 *
 * A response gets its time before it is committed, so a brief that was read in between is younger
 * than a response it does not hold. Such a look ends just before that response. It is found by
 * number, not by time; the client is held, so that none is on its way while this is decided.
 */
export function markLook(deps: CareDeps): StaffCare['markLook'] {
  return (caller, { clientId, asOf, responseCounts }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      if (!(await care.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      await care.clients.hold(clientId);
      const unseen = [
        await care.responses.firstBeyond(clientId, responseCounts),
        await care.ownResponses.firstBeyond(clientId, responseCounts),
      ].flatMap((first) => (first === null ? [] : [before(first)]));
      const seenUntil = earliest([asOf, scope.now, ...unseen]);
      await care.looks.mark(caller.staffId, clientId, seenUntil);
      await care.audit.append({ action: 'look.marked', clientId, subject: {} });
      return ok({ at: scope.now });
    });
  };
}

function earliest(moments: readonly Instant[]): Instant {
  return moments.reduce((one, other) => (one < other ? one : other));
}

/** The moment before: times are kept to the millisecond. */
function before(moment: Instant): Instant {
  return instantOf(new Date(Date.parse(moment) - 1));
}
