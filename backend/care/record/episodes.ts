import { ok, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from '../deps.ts';
import type { RecordCare } from '../record-care.ts';
import { inOwnRecord } from './own-client.ts';
import { isPossibleDay } from './possible-day.ts';

/** Marks a day on which care began or ended. What is answered from then on is judged by it. */
export function markEpisode(deps: CareDeps): RecordCare['markEpisode'] {
  return (caller, mark) => {
    const { clientId, kind, on } = mark;
    return inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      if (!(await isPossibleDay(care, { clientId, on, now }))) return refuse('dayRefused');
      const markId = await care.episodes.mark(mark, caller.staffId);
      if (markId !== null) {
        const subject = { markId, kind };
        await care.audit.append({ action: 'episode.marked', clientId, subject });
      }
      return ok({ at: now });
    });
  };
}

/** Takes a mark back. It stays on record: rules judged by it while it stood. */
export function unmarkEpisode(deps: CareDeps): RecordCare['unmarkEpisode'] {
  return (caller, mark) => {
    const { clientId, kind, on } = mark;
    return inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      if (!(await isPossibleDay(care, { clientId, on, now }))) return refuse('dayRefused');
      const markId = await care.episodes.unmark(mark, caller.staffId);
      if (markId !== null) {
        const subject = { markId, kind };
        await care.audit.append({ action: 'episode.unmarked', clientId, subject });
      }
      return ok({ at: now });
    });
  };
}
