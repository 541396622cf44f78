import { canonicalText } from '#backend/audit/canonical.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from '../deps.ts';
import type { RecordCare } from '../record-care.ts';
import { inOwnRecord } from './own-client.ts';
import { isPossibleDay } from './possible-day.ts';

/** Marks something for the charts. The panel repeats until it is answered: the same again is one. */
export function addEvent(deps: CareDeps): RecordCare['addEvent'] {
  return (caller, { clientId, event }) =>
    inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      const { eventId, on } = event;
      const standing = await care.events.find(eventId);
      if (standing !== null) {
        const isSame =
          standing.clientId === clientId && canonicalText(standing.event) === canonicalText(event);
        return isSame ? ok({ at: standing.addedAt }) : refuse('alreadyRecorded');
      }
      if (!(await isPossibleDay(care, { clientId, on, now }))) return refuse('dayRefused');
      // Another client's transaction may have taken the id since it was looked up.
      if (!(await care.events.add(clientId, event, caller.staffId))) {
        return refuse('alreadyRecorded');
      }
      await care.audit.append({ action: 'event.added', clientId, subject: { eventId } });
      return ok({ at: now });
    });
}

/** Takes an event away from the charts. It stays on record, with who took it away. */
export function removeEvent(deps: CareDeps): RecordCare['removeEvent'] {
  return (caller, { clientId, eventId }) =>
    inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      const standing = await care.events.find(eventId);
      if (standing?.clientId !== clientId) return refuse('notFound');
      if (await care.events.remove(eventId, caller.staffId)) {
        await care.audit.append({ action: 'event.removed', clientId, subject: { eventId } });
      }
      return ok({ at: now });
    });
}
