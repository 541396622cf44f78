import type { StoredTotal } from '#backend/store/hand-totals.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { EnterHandTotalInput } from '#shared/contracts/record-procedures.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { measureByHand, readingByHand } from '#shared/measures/by-hand.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import type { RecordCare } from '../record-care.ts';
import { inOwnRecord } from './own-client.ts';
import { isPossibleDay } from './possible-day.ts';

/** The measures in use of which totals can be entered, as the practice states them now. */
export function handMeasures(deps: CareDeps): RecordCare['handMeasures'] {
  return (caller) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) =>
      (await care.handMeasures.newest()).filter(({ inUse }) => inUse).map(({ measure }) => measure),
    );
}

/**
 * Enters a total by the newest statement of its measure, or corrects one; both entries stay. A measure
 * out of use takes corrections alone: what is wrong must not stay wrong.
 */
export function enterHandTotal(deps: CareDeps): RecordCare['enterHandTotal'] {
  return (caller, input) => {
    const { clientId, responseId, handMeasureId, on, total, supersedes } = input;
    return inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      const known = await care.handTotals.find(responseId);
      if (known !== null) {
        return isSame(known, input) ? ok({ at: known.enteredAt }) : refuse('alreadyRecorded');
      }
      const stated = await care.handMeasures.newestOf(handMeasureId);
      const measure = stated === null ? null : measureByHand(stated.measure);
      if (stated === null || measure === null || !measure.ok) return refuse('notFound');
      if (!stated.inUse && supersedes === null) return refuse('measureRetired');
      if (!readingByHand(measure.value, total).ok) return refuse('totalOutside');
      if (!(await isPossibleDay(care, { clientId, on, now }))) return refuse('dayRefused');
      const refused = await correctionRefused(care, input);
      if (refused !== null) return refuse(refused);
      // Another client's transaction may have taken the id since it was looked up.
      if (!(await care.handTotals.enter(input, stated.edition, caller.staffId))) {
        return refuse('alreadyRecorded');
      }
      const subject = { responseId, handMeasureId, supersedes };
      await care.audit.append({ action: 'handTotal.entered', clientId, subject });
      return ok({ at: now });
    });
  };
}

/** Why an entry can't be put right by this one; null when it can, or none is named. */
async function correctionRefused(
  care: CareRepositories,
  { supersedes, clientId, handMeasureId }: EnterHandTotalInput,
): Promise<'notFound' | 'outdated' | null> {
  if (supersedes === null) return null;
  const corrected = await care.handTotals.find(supersedes);
  if (corrected?.clientId !== clientId || corrected.code !== handMeasureId) return 'notFound';
  return (await care.handTotals.isCorrected(supersedes)) ? 'outdated' : null;
}

function isSame(known: StoredTotal, input: EnterHandTotalInput): boolean {
  return (
    known.clientId === input.clientId &&
    known.code === input.handMeasureId &&
    known.answeredOn === input.on &&
    known.total === input.total &&
    known.supersedes === input.supersedes
  );
}
