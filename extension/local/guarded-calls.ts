import { CouplePage } from '#shared/contracts/couple-procedures.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import { BriefQuery } from '#shared/contracts/procedures.ts';
import { WORKER_CALLS, type WorkerCall, type WorkerReply } from '../messages/worker.ts';
import { failure } from './failure.ts';
import type { IdleLock } from './idle-lock.ts';
import type { PageLimits } from './page-limits/page-limits.ts';
import { subjectKey } from './subject-key.ts';

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
  readonly limits: Pick<PageLimits, 'panelAsks'>;
}

/**
 * Locks first where the time is over, tells nothing of anybody in an EHR that the practice does
 * not allow, and asks no more about what a tab's page shows than the page may lead to.
 */
export function guarded(answer: Answer, { lock, mayWorkIn, limits }: Guards): Answer {
  return async (call, input, tabId) => {
    await lock.lockIfDue();
    const query = call === 'brief.get' ? BriefQuery.safeParse(input) : null;
    if (query?.success === true && !(await mayWorkIn(query.data.ehr))) {
      return { ok: true, value: { source: 'none', because: 'notConfigured' } };
    }
    const couple = call === 'couples.ofPage' ? CouplePage.safeParse(input) : null;
    if (couple?.success === true && !(await mayWorkIn(couple.data.ehr))) {
      return { ok: false, ...failure('notConfigured') };
    }
    const question = pageQuestion(call, input, tabId);
    if (question !== null && !(await limits.panelAsks(question.tabId, question.about))) {
      return query?.success === true
        ? { ok: true, value: { source: 'none', because: 'pageRestless' } }
        : { ok: false, ...failure('pageRestless') };
    }
    return answer(call, input, tabId);
  };
}

/** What a panel asks as soon as it shows a page, besides the brief. */
const BY_ITSELF: ReadonlySet<WorkerCall> = new Set([
  'links.candidates',
  'insertions.earlier',
  'couples.ofPage',
]);

/** A question that a tab's page leads to by what it shows, with no press of anybody's in between. */
function pageQuestion(
  call: WorkerCall,
  input: unknown,
  tabId: number | null,
): { readonly tabId: number; readonly about: string } | null {
  if (call === 'schedule.ofTab') {
    const asked = WORKER_CALLS[call].safeParse(input);
    return asked.success ? { tabId: asked.data.tabId, about: call } : null;
  }
  if (tabId === null) return null;
  if (call === 'brief.get') {
    const asked = WORKER_CALLS[call].safeParse(input);
    return asked.success ? { tabId, about: subjectKey(asked.data) } : null;
  }
  return BY_ITSELF.has(call) ? { tabId, about: JSON.stringify([call, input]) } : null;
}
