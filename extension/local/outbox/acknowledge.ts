import type { AcknowledgeInput } from '#shared/contracts/procedures.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Acknowledged } from '../../messages/worker.ts';
import { type Failure, failure } from '../failure.ts';
import { createInTurn } from '../in-turn.ts';
import type { SignedIn } from '../signed-in.ts';
import { isSameAuthor } from './entries.ts';
import { forgetRefusals } from './forget-refusals.ts';
import type { Keep } from './keep.ts';
import type { KeptState } from './kept-state.ts';
import { refusalInWords } from './refusals.ts';
import type { Disk } from './sealed/disk.ts';
import { drop, entryOf } from './transitions.ts';

/** The entry about an alert, and whether this very press made it. */
interface About {
  readonly entryId: string;
  readonly isNew: boolean;
}

/** What acknowledging needs. */
export interface AcknowledgeDependencies {
  readonly keep: Keep;
  readonly kept: KeptState;
  readonly disk: Disk;
  readonly dispatch: () => Promise<void>;
  readonly person: () => Promise<Result<SignedIn, Failure>>;
}

/**
 * Keeps what was done about an alert, then tries to tell the server. While that can't be reached it
 * waits, and `willBeSent` says no more than that: the alert stays open until the server has closed it.
 * What is refused at once is said at once, and nothing of it is kept. What was once promised is never
 * taken back here, however often the button is pressed.
 */
export function createAcknowledge(dependencies: AcknowledgeDependencies) {
  const { keep, kept, disk, dispatch, person } = dependencies;
  /** Entries of which somebody was told that they will be sent. */
  const promised = new Set<string>();
  /** Entries that were forgotten before anybody was told of them: another press may wait for one. */
  const forgotten = new Set<string>();
  const inTurn = createInTurn();

  async function forget(entryId: string): Promise<void> {
    await disk.drop(entryId);
    await kept.change((state) => drop(state, entryId));
  }

  /** The entry about an alert: one that waits already, or a new one. */
  async function entryAbout(held: AcknowledgeInput): Promise<Result<About, Failure>> {
    const who = await person();
    if (!who.ok) return who;
    const waiting = (await kept.read()).entries.find(
      (entry) =>
        entry.what === 'acknowledgement' &&
        entry.held.alertId === held.alertId &&
        isSameAuthor(entry.author, who.value),
    );
    if (waiting !== undefined) return ok({ entryId: waiting.entryId, isNew: false });
    const what = 'acknowledgement';
    const entry = await keep({ what, held, outcome: null, tabId: null, stage: 'answered' });
    return entry.ok ? ok({ entryId: entry.value, isNew: true }) : entry;
  }

  async function conclude({ entryId, isNew }: About): Promise<Result<Acknowledged, Failure>> {
    if (entryOf(await kept.read(), entryId) !== undefined) {
      const who = await person();
      if (!who.ok && isNew && !promised.has(entryId)) {
        // The session ended over it, and nobody was told that it is kept: whoever signs in next
        // decides anew.
        await forget(entryId);
        forgotten.add(entryId);
        return who;
      }
      promised.add(entryId);
      return ok('willBeSent');
    }
    promised.delete(entryId);
    if (forgotten.has(entryId)) return refuse(failure('signedOut'));
    const { refused = [] } = await kept.read();
    const here = refused.find((one) => one.entryId === entryId)?.refusal;
    const refusal = here ?? (await disk.refusalOf(entryId));
    if (refusal === null) return ok('done');
    await forgetRefusals({ disk, kept }, [entryId]);
    return refuse({ reason: 'refused', message: refusalInWords(refusal.because) });
  }

  return async (held: AcknowledgeInput): Promise<Result<Acknowledged, Failure>> => {
    const began = await entryAbout(held);
    if (!began.ok) return began;
    await dispatch();
    // In turn: no press is promised what the press before is about to forget.
    return inTurn(() => conclude(began.value));
  };
}
