import { instantOf } from '#shared/contracts/calendar.ts';
import type { InsertionId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse as refuseWith } from '#shared/contracts/result.ts';
import type { HeldInsertion, OutboxEntry } from '../../messages/worker.ts';
import { type Failure, failure } from '../failure.ts';
import type { SignedIn } from '../signed-in.ts';
import type { StorageArea } from '../slot.ts';
import { createDispatch, type Send } from './dispatch.ts';
import { createKeptState } from './kept-state.ts';
import {
  answer,
  authorOf,
  forgetRefused,
  giveUp,
  hold,
  isDue,
  isKnown,
  isOverdue,
  listOf,
  type PageWord,
  release,
} from './transitions.ts';

/** What a page is about to be asked for. */
export type Begun =
  | { readonly what: 'insertion'; readonly held: HeldInsertion }
  | { readonly what: 'undo'; readonly held: { readonly insertionId: InsertionId } };

/**
 * Insertions and undos on their way to the practice's register. Whatever may change a note is kept
 * here before the page is asked, so it is recorded whether or not the panel lives to say so.
 */
export interface Outbox {
  /** Refused when nobody can tell whose it is: then the page is not asked. */
  readonly hold: (begun: Begun, tabId: number | null) => Promise<Result<null, Failure>>;
  /** Drops an insertion about which the page was not asked. */
  readonly release: (insertionId: InsertionId) => Promise<void>;
  /** Takes the page's word and sends it. Refused when nothing of that id was ever held. */
  readonly answer: (word: PageWord) => Promise<Result<readonly OutboxEntry[], Failure>>;
  /** What the signed-in person has in it; empty when nobody is signed in. */
  readonly list: () => Promise<readonly OutboxEntry[]>;
  /** Tries now. Resolves when everything of the signed-in person that has an outcome was tried. */
  readonly send: () => Promise<void>;
  /** Tries when it is time to, after saying of what was never answered that nobody knows. */
  readonly sendWhatIsDue: () => Promise<void>;
  /** The pages of a tab will not speak any more. */
  readonly onTabClosed: (tabId: number) => Promise<void>;
  readonly forgetRefused: () => Promise<void>;
}

/** What the outbox stands on. */
export interface OutboxDependencies {
  /** `storage.session`: the texts of notes never reach the disk. */
  readonly area: StorageArea;
  readonly now: () => Date;
  readonly person: () => Promise<Result<SignedIn, Failure>>;
  readonly send: Send;
  /** Something was recorded, refused, or could not be sent. */
  readonly onChange: () => void;
}

/** Builds the outbox. The worker may die between any two steps: each one is in storage first. */
export function createOutbox(dependencies: OutboxDependencies): Outbox {
  const { now, person } = dependencies;
  const kept = createKeptState(dependencies.area);
  const dispatch = createDispatch({ ...dependencies, kept });

  async function list(): Promise<readonly OutboxEntry[]> {
    const who = await person();
    return who.ok ? listOf(await kept.read(), who.value) : [];
  }

  return {
    async hold(begun, tabId) {
      const who = await person();
      if (!who.ok) return who;
      const { backend, staffId } = who.value;
      const author = { backend, staffId };
      const rest = {
        outcome: null,
        author,
        heldAt: instantOf(now()),
        tabId,
        stage: 'held',
      } as const;
      await kept.change((state) => hold(state, { ...begun, ...rest }));
      return ok(null);
    },
    async release(insertionId) {
      await kept.change((state) => release(state, { what: 'insertion', insertionId }));
    },
    async answer(word) {
      const state = await kept.change((before) => answer(before, word));
      if (!isKnown(state, word.key)) return refuseWith(failure('refused'));
      const author = authorOf(state, word.key);
      await dispatch();
      // Whoever is signed in by now: who waits for this answer is the one who inserted.
      return ok(author === null ? await list() : listOf(await kept.read(), author));
    },
    list,
    send: dispatch,
    async sendWhatIsDue() {
      const isLost = (entry: Parameters<typeof isOverdue>[0]) => isOverdue(entry, now());
      const state = await kept.change((before) => giveUp(before, isLost));
      if (isDue(state, now())) await dispatch();
    },
    async onTabClosed(tabId) {
      await kept.change((before) => giveUp(before, (entry) => entry.tabId === tabId));
      await dispatch();
    },
    async forgetRefused() {
      const who = await person();
      if (who.ok) await kept.change((state) => forgetRefused(state, who.value));
    },
  };
}
