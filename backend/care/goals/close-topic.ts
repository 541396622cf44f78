import { ok, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from '../deps.ts';
import { inOwnRecord } from '../record/own-client.ts';
import type { GoalCare } from './goal-care.ts';

/** What the client wanted to talk about was talked about. The words stay on record. */
export function closeTopic(deps: CareDeps): GoalCare['closeTopic'] {
  return (caller, { clientId, topicId }) =>
    inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      if (!(await care.topics.has(clientId, topicId))) return refuse('notFound');
      if (await care.topics.close(clientId, topicId, caller.staffId)) {
        await care.audit.append({ action: 'topic.closed', clientId, subject: { topicId } });
      }
      return ok({ at: now });
    });
}
