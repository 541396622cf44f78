import type { Caller } from '#backend/access/caller.ts';
import { mayCall } from '#backend/access/check.ts';
import type { AskedAbout } from '#backend/audit/events.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { ErrorCode } from '#shared/contracts/errors.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import { ok, type Result } from '#shared/contracts/result.ts';
import type { Fact } from '#shared/contracts/sealed.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { type CareDeps, staffScope } from './deps.ts';
import { recordInsertion } from './record-insertion.ts';
import { recordUndo } from './record-undo.ts';
import { type Claim, happened } from './sealed-time.ts';

/** Something that its author is proven to have done, and that arrives late. */
export interface LateFact {
  readonly entryId: string;
  readonly author: Pick<Caller, 'practiceId' | 'staffId' | 'requestId'>;
  /** In whose session it came. */
  readonly carriedBy: StaffId;
  readonly claim: Claim;
  readonly fact: Fact;
}

/** The permission that each would have asked for. */
const ASKS_FOR = {
  insertion: 'insertions.record',
  undo: 'insertions.recordUndo',
  acknowledgement: 'alerts.acknowledge',
} as const;

/**
 * Records a late fact as the author would have, once: the entry's arrival, what it leads to and the
 * audit rows are one transaction. Null when it is recorded, else why it never will be; a repeat is
 * told what the first was told.
 */
export function recordLate(deps: CareDeps, late: LateFact): Promise<ErrorCode | null> {
  const { entryId, author, fact } = late;
  const { staffId } = author;
  const scope = staffScope(deps, { ...author, role: 'clinician' });
  return deps.store.inPractice(scope, async (care) => {
    const { at, clockOff } = happened(late.claim, scope.now);
    if (
      !(await care.sealedDeliveries.arrive({ entryId, staffId, what: fact.what, happenedAt: at }))
    ) {
      const first = await care.sealedDeliveries.find(entryId);
      return first?.staffId === staffId ? first.because : 'alreadyRecorded';
    }
    const done = await recordAs(deps, care, late);
    const because = done.ok ? null : done.refusal;
    if (because !== null) await care.sealedDeliveries.refuse(entryId, because);
    await care.audit.append({
      action: 'entry.deliveredLate',
      clientId: null,
      subject: {
        entryId,
        what: fact.what,
        ...aboutOf(fact),
        happenedAt: at,
        carriedBy: late.carriedBy,
        clockOff,
        because,
      },
    });
    return because;
  });
}

/** Does what the author's own call would have done, within a transaction that is open. */
async function recordAs(
  deps: CareDeps,
  care: CareRepositories,
  { author, fact }: LateFact,
): Promise<Result<Done, ErrorCode>> {
  const member = await care.staff.find(author.staffId);
  if (member === null || !mayCall(member.role, ASKS_FOR[fact.what])) return refused('notAllowed');
  const within: CareDeps = {
    ...deps,
    store: { ...deps.store, inPractice: (_, work) => work(care) },
  };
  const caller = { ...author, role: member.role };
  if (fact.what === 'undo') return recordUndo(within)(caller, fact.input);
  if (fact.what === 'acknowledgement') {
    // What stands in a note is a fact; a decision is taken from whoever still answers for it.
    return member.active
      ? acknowledgeAlert(within, 'late')(caller, fact.input)
      : refused('notAllowed');
  }
  const done = await recordInsertion(within)(caller, fact.input);
  return done.ok || !(await isKnownBetter(care, author.staffId, fact))
    ? done
    : ok({ at: deps.now() });
}

/** Whether the author told of this insertion before, and only says now that nobody knows. */
async function isKnownBetter(
  care: CareRepositories,
  staffId: StaffId,
  { input }: Fact & { readonly what: 'insertion' },
): Promise<boolean> {
  if (input.outcome.status !== 'unconfirmed') return false;
  return (await care.insertions.find(input.insertionId))?.staffId === staffId;
}

function aboutOf(fact: Fact): AskedAbout {
  return fact.what === 'acknowledgement'
    ? { alertId: fact.input.alertId }
    : { insertionId: fact.input.insertionId };
}

function refused(refusal: ErrorCode): Result<Done, ErrorCode> {
  return { ok: false, refusal };
}
