import { ok, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from '../deps.ts';
import type { RecordCare } from '../record-care.ts';
import { inOwnRecord } from './own-client.ts';

/** Makes the score of a response the baseline of its episode, after every other choice. */
export function chooseBaseline(deps: CareDeps): RecordCare['chooseBaseline'] {
  return (caller, { clientId, responseId }) =>
    inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      if (!(await care.episodes.isResponseOf(clientId, responseId))) return refuse('notFound');
      if (await care.episodes.choose(clientId, responseId, caller.staffId)) {
        const subject = { responseId };
        await care.audit.append({ action: 'baseline.chosen', clientId, subject });
      }
      return ok({ at: now });
    });
}

/** Takes such a choice back: the first score of the episode counts again. */
export function clearBaseline(deps: CareDeps): RecordCare['clearBaseline'] {
  return (caller, { clientId, responseId }) =>
    inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      if (!(await care.episodes.isResponseOf(clientId, responseId))) return refuse('notFound');
      if (await care.episodes.clear(clientId, responseId, caller.staffId)) {
        const subject = { responseId };
        await care.audit.append({ action: 'baseline.cleared', clientId, subject });
      }
      return ok({ at: now });
    });
}
