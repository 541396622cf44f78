import type { AcknowledgeInput } from '#shared/contracts/procedures.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Acknowledged } from '../../messages/worker.ts';
import type { Failure } from '../failure.ts';
import type { SignedIn } from '../signed-in.ts';
import { isSameAuthor } from './entries.ts';
import type { Keep } from './keep.ts';
import type { KeptState } from './kept-state.ts';
import { refusalInWords } from './refusals.ts';
import type { Disk } from './sealed/disk.ts';
import { drop, entryOf } from './transitions.ts';

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
 * What is refused at once is said at once, and nothing of it is kept.
 */
export function createAcknowledge(dependencies: AcknowledgeDependencies) {
  const { keep, kept, disk, dispatch, person } = dependencies;

  async function forget(entryId: string): Promise<void> {
    await disk.drop(entryId);
    await kept.change((state) => drop(state, entryId));
  }

  /** The entry about an alert: one that waits already, or a new one. */
  async function entryAbout(held: AcknowledgeInput): Promise<Result<string, Failure>> {
    const who = await person();
    if (!who.ok) return who;
    const waiting = (await kept.read()).entries.find(
      (entry) =>
        entry.what === 'acknowledgement' &&
        entry.held.alertId === held.alertId &&
        isSameAuthor(entry.author, who.value),
    );
    if (waiting !== undefined) return ok(waiting.entryId);
    const what = 'acknowledgement';
    return keep({ what, held, outcome: null, tabId: null, stage: 'answered' });
  }

  return async (held: AcknowledgeInput): Promise<Result<Acknowledged, Failure>> => {
    const began = await entryAbout(held);
    if (!began.ok) return began;
    const entryId = began.value;
    await dispatch();
    if (entryOf(await kept.read(), entryId) !== undefined) {
      const who = await person();
      if (who.ok) return ok('willBeSent');
      // The session ended over it: whoever signs in next decides anew.
      await forget(entryId);
      return who;
    }
    const refusal = await disk.refusalOf(entryId);
    if (refusal === null) return ok('done');
    await disk.forget([entryId]);
    return refuse({ reason: 'refused', message: refusalInWords(refusal.because) });
  };
}
