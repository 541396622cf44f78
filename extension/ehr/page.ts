import type { InsertionId } from '#shared/contracts/ids.ts';
import type { InsertOutcome, InsertPlan, UndoOutcome } from '#shared/contracts/insertion.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { FollowedPage } from './followed-page.ts';
import { type Insertion, insert } from './insert/insertion.ts';
import { undo } from './insert/undo.ts';
import type { PageNow } from './insert/verify.ts';

/** How long an insertion waits for a page that is still changing, in milliseconds. */
const SETTLE_LIMIT_MS = 1500;

/** One page of an EHR, as the panel may use it. */
export interface EhrPage {
  /** Must hear every reading: what was inserted is forgotten with the page it was inserted in. */
  heard(reading: PageReading): void;
  /**
   * Carries out a plan and remembers, until the next navigation, how to take it back. Refuses a plan
   * while another one is being carried out.
   */
  insert(plan: InsertPlan): Promise<InsertOutcome>;
  /** Takes an insertion of this page back. */
  undo(insertionId: InsertionId): Promise<UndoOutcome>;
}

const ONE_AT_A_TIME: InsertOutcome = { status: 'notInserted', reason: 'noteChangedSince' };

interface Done {
  readonly plan: InsertPlan;
  readonly insertion: Insertion;
}

/** Offers insertion into a page that is followed. */
export function openPage(followed: FollowedPage): EhrPage {
  const { adapter, view, keys, signal } = followed;
  const done = new Map<InsertionId, Done>();
  let navigation = 0;
  let underWay: InsertionId | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const lookNow = (): PageNow => ({
    ...followed.lookNow(),
    ehr: adapter.id,
    keys,
    givenUp: signal.aborted,
  });
  const access = { lookNow, settled: () => followed.whenSettled(SETTLE_LIMIT_MS) };
  /** Insertions and undos wait for each other: there is one caret. */
  const inTurn = <Outcome>(work: () => Promise<Outcome>): Promise<Outcome> => {
    const next = turn.then(work, work);
    turn = next;
    return next;
  };
  const insertOnce = async (plan: InsertPlan): Promise<InsertOutcome> => {
    const earlier = done.get(plan.insertionId);
    // The same insertion asked for twice is done once.
    if (earlier !== undefined) return earlier.insertion.outcome;
    await access.settled();
    const insertion = await insert(plan, access, view);
    // The page may have turned meanwhile: then it is forgotten as it would have been.
    const stays = plan.expected.navigation === lookNow().navigation && !signal.aborted;
    if (insertion.outcome.status !== 'notInserted' && stays)
      done.set(plan.insertionId, { plan, insertion });
    return insertion.outcome;
  };
  signal.addEventListener('abort', () => done.clear(), { once: true });
  return {
    heard(reading) {
      if (reading.navigation !== navigation) done.clear();
      navigation = reading.navigation;
    },
    async insert(plan) {
      const { insertionId } = plan;
      // Whoever asked for it read a note without the text that is being written.
      if (underWay !== null && underWay !== insertionId) return ONE_AT_A_TIME;
      underWay = insertionId;
      try {
        return await inTurn(() => insertOnce(plan));
      } finally {
        underWay = null;
      }
    },
    undo: (insertionId) =>
      inTurn(async () => {
        const record = done.get(insertionId);
        if (record === undefined) return { status: 'notRestored', reason: 'nothingToUndo' };
        const { plan, insertion } = record;
        const outcome = await undo(plan.expected, insertion.written, access, view);
        if (outcome.status === 'restored') done.delete(insertionId);
        return outcome;
      }),
  };
}
