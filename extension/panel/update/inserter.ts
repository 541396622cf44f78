import { type ReadonlySignal, signal } from '@preact/signals';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { InsertOutcome, InsertPlan, UndoOutcome } from '#shared/contracts/insertion.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { OutboxEntry } from '../../messages/worker.ts';
import type { PagePort } from '../connection/page-port.ts';
import type { OwnText } from '../note/own-text.ts';
import { repeatBlockOf } from '../note/repeat.ts';
import { answerKey } from '../state/facts.ts';
import type { ClientScreen, Screen } from '../state/screen.ts';
import { type HeldBack, type Insertion, isAwaited } from './insertion.ts';
import { createPageAnswers } from './page-answers.ts';
import { attemptOf, type InsertRequest, planOf } from './plan.ts';
import { createRegister } from './register.ts';
import { stillSays } from './same-text.ts';
import { createUndoer } from './undo.ts';

/** Milliseconds after which the page is said to have stopped answering. */
const PAGE_TIMEOUT_MS = 15_000;

/** Inserts, records, undoes. */
export interface Inserter {
  readonly insertion: ReadonlySignal<Insertion>;
  /** How many outcomes the practice's register does not have yet. */
  readonly unrecorded: ReadonlySignal<number>;
  /** What waits for the server, acknowledgements included, and what that refused. */
  readonly entries: ReadonlySignal<readonly OutboxEntry[]>;
  /** How many outcomes the register refused for good. */
  readonly refused: ReadonlySignal<number>;
  readonly insert: (request: InsertRequest) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly onInserted: (id: InsertionId, outcome: InsertOutcome) => void;
  readonly onUndone: (id: InsertionId, outcome: UndoOutcome) => void;
  /** The page is about somebody else, or gone: what is under way may have been written or not. */
  readonly onPageChanged: () => void;
  /** Another person, or another server: a receipt is not theirs; the page is as busy as it was. */
  readonly onSessionChanged: () => void;
  readonly recordAgain: () => Promise<void>;
  /** Asks the worker how far it got with the register. */
  readonly refreshRegister: () => Promise<void>;
  readonly forgetRefused: () => Promise<void>;
}

/** What inserting needs. */
export interface InserterDependencies {
  readonly ask: AskWorker;
  readonly send: PagePort['send'];
  /** The screen as it is at this moment. */
  readonly screen: () => Screen;
  /** Asks the server who this is once more. */
  readonly verify: () => Promise<void>;
  /** The texts of ours in the note of a screen. */
  readonly ownText: (screen: ClientScreen) => OwnText;
  readonly newId: () => InsertionId;
  readonly now: () => Date;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
}

/**
 * The insertion as one transaction seen from the panel: certain and freshly verified, then noted
 * down with the worker, then one plan to the page, then the page's own read-back, then the
 * register. The panel claims only what the page reported.
 */
export function createInserter(dependencies: InserterDependencies): Inserter {
  const { ask, send, now } = dependencies;
  const insertion = signal<Insertion>({ phase: 'none' });
  const register = createRegister(ask, insertion);
  const afterTimeout = (run: () => void) => void dependencies.setTimeout(run, PAGE_TIMEOUT_MS);
  const answers = createPageAnswers({ insertion, register, now });
  const undoer = createUndoer({ insertion, register, send, afterTimeout });
  const whyNot = (request: InsertRequest) => reasonToHoldBack(request, dependencies);

  async function insert(request: InsertRequest): Promise<void> {
    if (isBusy(insertion.peek())) return;
    if (request.screen.freshness.is !== 'live') {
      insertion.value = { phase: 'verifying' };
      await dependencies.verify();
    }
    const because = whyNot(request) ?? (await write(request));
    if (because !== null) insertion.value = { phase: 'heldBack', because };
  }

  /** Null when the plan was sent to the page. */
  async function write(request: InsertRequest): Promise<HeldBack | null> {
    const id = dependencies.newId();
    const attempt = attemptOf(request, id);
    insertion.value = { phase: 'writing', attempt };
    const notHeld = await register.hold(attempt);
    if (notHeld !== null) {
      // Whether it is kept all the same, a worker that was ended meanwhile did not say.
      void register.release(id);
      return notHeld;
    }
    // The page may have turned meanwhile.
    const because = whyNot(request) ?? submit(planOf(request, id));
    if (because !== null) {
      void register.release(id);
      return because;
    }
    answers.await(attempt);
    afterTimeout(() => answers.doubt(id));
    return null;
  }

  function submit(plan: InsertPlan): HeldBack | null {
    return send({ type: 'insert', plan }) ? null : 'pageLost';
  }

  return {
    insertion,
    unrecorded: register.unrecorded,
    entries: register.entries,
    refused: register.refused,
    insert,
    ...undoer,
    onInserted: answers.onInserted,
    onPageChanged: answers.onPageChanged,
    onSessionChanged: answers.putAway,
    recordAgain: register.recordAgain,
    refreshRegister: register.refresh,
    forgetRefused: register.forgetRefused,
  };
}

/** True while a press on Insert must not begin another one. */
export function isBusy(insertion: Insertion): boolean {
  const { phase } = insertion;
  return phase === 'verifying' || phase === 'writing' || isAwaited(insertion);
}

/** Why the text that was read may not be written into the page as it is now; null when it may. */
function reasonToHoldBack(
  request: InsertRequest,
  { screen, ownText }: Pick<InserterDependencies, 'screen' | 'ownText'>,
): HeldBack | null {
  const present = screen();
  const { screen: read } = request;
  if (present.kind === 'loading' || present.kind === 'settling') return 'clientChanged';
  if (present.kind !== 'client') return 'notVerified';
  const same =
    answerKey(read.reading) === answerKey(present.reading) &&
    read.facts.client.clientId === present.facts.client.clientId;
  if (!same) return 'clientChanged';
  if (present.freshness.is !== 'live') return 'notVerified';
  if (!present.mayWrite) return 'switchedOff';
  if (isAppended(request) && repeatBlockOf(ownText(present), request.update) !== null) {
    return 'inNote';
  }
  // What was read is what is written: never an older text beside a newer preview.
  return read.facts === present.facts || stillSays(request, present.facts) ? null : 'textChanged';
}

function isAppended({ parts }: InsertRequest): boolean {
  return parts.every(({ replaces }) => replaces === undefined);
}
