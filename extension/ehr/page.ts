import type { InsertionId } from '#shared/contracts/ids.ts';
import type { InsertOutcome, InsertPlan, UndoOutcome } from '#shared/contracts/insertion.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { EhrAdapter } from './contract.ts';
import { createFieldKeys } from './fields/keys.ts';
import { type Insertion, insert } from './insert/insertion.ts';
import { undo } from './insert/undo.ts';
import type { PageNow } from './insert/verify.ts';
import { PageObserver } from './observe/observer.ts';

/** How long an insertion waits for a page that is still changing, in milliseconds. */
const SETTLE_LIMIT_MS = 1500;

/** One page of an EHR, as the panel may use it. */
export interface EhrPage {
  /** Looks now. */
  read(): PageReading;
  /** Carries out a plan and remembers, until the next navigation, how to take it back. */
  insert(plan: InsertPlan): Promise<InsertOutcome>;
  /** Takes an insertion of this page back. */
  undo(insertionId: InsertionId): Promise<UndoOutcome>;
}

/** What a page is made from. */
export interface PageParts {
  readonly adapter: EhrAdapter;
  readonly view: Window;
  /** Random, new for this page load: begins every field key. */
  readonly keyPrefix: string;
  /** Called with every reading that differs from the one before, also while opening. */
  readonly onReading: (reading: PageReading, expectsClient: boolean) => void;
  readonly signal: AbortSignal;
}

interface Done {
  readonly plan: InsertPlan;
  readonly insertion: Insertion;
}

/** Starts following a page and offers insertion into it. */
export function openPage(parts: PageParts): EhrPage {
  const { adapter, view, signal } = parts;
  const keys = createFieldKeys(parts.keyPrefix);
  const done = new Map<InsertionId, Done>();
  let navigation = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const observer = new PageObserver({
    adapter,
    view,
    keys,
    signal,
    onReading(reading, expectsClient) {
      // What was inserted is forgotten with the page it was inserted in.
      if (reading.navigation !== navigation) done.clear();
      navigation = reading.navigation;
      parts.onReading(reading, expectsClient);
    },
  });
  const lookNow = (): PageNow => ({ ...observer.lookNow(), ehr: adapter.id, keys });
  const access = { lookNow, settled: () => observer.whenSettled(SETTLE_LIMIT_MS) };
  /** Insertions and undos wait for each other: there is one caret. */
  const inTurn = <Outcome>(work: () => Promise<Outcome>): Promise<Outcome> => {
    const next = turn.then(work, work);
    turn = next;
    return next;
  };
  observer.start();
  signal.addEventListener('abort', () => done.clear(), { once: true });
  return {
    read: () => observer.read(),
    insert: (plan) =>
      inTurn(async () => {
        const earlier = done.get(plan.insertionId);
        // The same insertion asked for twice is done once.
        if (earlier !== undefined) return earlier.insertion.outcome;
        await access.settled();
        const insertion = await insert(plan, access, view);
        // The page may have turned meanwhile: then it is forgotten as it would have been.
        const stays = plan.expected.navigation === lookNow().navigation;
        if (insertion.outcome.status !== 'notInserted' && stays)
          done.set(plan.insertionId, { plan, insertion });
        return insertion.outcome;
      }),
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
