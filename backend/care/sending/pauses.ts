import { dateInZone } from '#shared/contracts/calendar.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { pauseAt } from '#shared/plans/pauses.ts';
import type { CareDeps } from '../deps.ts';
import { timeZoneOf } from '../signed.ts';
import { inHeldClient } from './held-client.ts';
import type { SendingCare } from './sending-care.ts';

/**
 * Pauses sending, also what waits to go out. A crisis takes the place of another pause at once: nobody
 * has to end that one first.
 */
export function pauseSending(deps: CareDeps): SendingCare['pauseSending'] {
  return (caller, { clientId, pauseId, reason, until }) =>
    inHeldClient(deps, { caller, clientId }, async ({ care, now }) => {
      const known = await care.pauses.find(pauseId);
      if (known !== null)
        return known.clientId === clientId ? ok({ at: known.at }) : refuse('notFound');
      const timeZone = await timeZoneOf(care);
      const from = dateInZone(now, timeZone);
      if (until !== null && until < from) return refuse('dayRefused');
      const standing = pauseAt(await care.pauses.of(clientId), now, timeZone);
      if (standing !== null && (reason !== 'crisis' || standing.reason === 'crisis')) {
        return refuse('alreadyPaused');
      }
      // Another client's transaction may have taken the id since it was looked up: first of all, because
      // a refusal keeps what was written before it.
      if (!(await care.pauses.add({ clientId, pauseId, reason, from, until }, caller.staffId))) {
        return refuse('notFound');
      }
      if (standing !== null) {
        await care.pauses.end(standing.pauseId, caller.staffId);
        const subject = { pauseId: standing.pauseId };
        await care.audit.append({ action: 'sending.resumed', clientId, subject });
      }
      await care.messages.cancelUnsentToClient(clientId);
      await care.audit.append({ action: 'sending.paused', clientId, subject: { pauseId, reason } });
      await care.live.tell(clientId, 'client');
      return ok({ at: now });
    });
}

/** Ends a pause. Days whose hour lay in it are not made up for. */
export function resumeSending(deps: CareDeps): SendingCare['resumeSending'] {
  return (caller, { clientId, pauseId }) =>
    inHeldClient(deps, { caller, clientId }, async ({ care, now }) => {
      const known = await care.pauses.find(pauseId);
      if (known?.clientId !== clientId) return refuse('notFound');
      if (await care.pauses.end(pauseId, caller.staffId)) {
        await care.audit.append({ action: 'sending.resumed', clientId, subject: { pauseId } });
        await care.live.tell(clientId, 'client');
      }
      return ok({ at: now });
    });
}
