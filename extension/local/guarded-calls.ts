import type { EhrId } from '#shared/contracts/ehr.ts';
import { BriefQuery } from '#shared/contracts/procedures.ts';
import type { WorkerCall, WorkerReply } from '../messages/worker.ts';
import type { IdleLock } from './idle-lock.ts';

/** Answers one call of an extension page. */
export type Answer = (
  call: WorkerCall,
  input: unknown,
  tabId: number | null,
) => Promise<WorkerReply<unknown>>;

/** What is looked at before any call is answered. */
export interface Guards {
  readonly lock: Pick<IdleLock, 'lockIfDue'>;
  readonly mayWorkIn: (ehr: EhrId) => Promise<boolean>;
}

/**
 * Locks first where the time is over, and tells nothing of anybody in an EHR that the practice does
 * not allow.
 */
export function guarded(answer: Answer, { lock, mayWorkIn }: Guards): Answer {
  return async (call, input, tabId) => {
    await lock.lockIfDue();
    const query = call === 'brief.get' ? BriefQuery.safeParse(input) : null;
    if (query?.success === true && !(await mayWorkIn(query.data.ehr))) {
      return { ok: true, value: { source: 'none', because: 'notConfigured' } };
    }
    return answer(call, input, tabId);
  };
}
