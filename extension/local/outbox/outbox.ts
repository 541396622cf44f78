import type { InsertionId } from '#shared/contracts/ids.ts';
import type { AcknowledgeInput } from '#shared/contracts/procedures.ts';
import { ok, type Result, refuse as refuseWith } from '#shared/contracts/result.ts';
import type { Acknowledged, HeldInsertion, OutboxEntry } from '../../messages/worker.ts';
import { type Failure, failure } from '../failure.ts';
import type { SignedIn } from '../signed-in.ts';
import type { StorageArea } from '../slot.ts';
import { createAcknowledge } from './acknowledge.ts';
import type { Send } from './attempt.ts';
import { createDispatch } from './dispatch.ts';
import type { Entry } from './entries.ts';
import { forgetRefusals } from './forget-refusals.ts';
import { createKeep } from './keep.ts';
import { createKeptState } from './kept-state.ts';
import { createListing } from './listing.ts';
import { createKeepCopy } from './sealed/copies.ts';
import { type Bring, createDelivery } from './sealed/deliver.ts';
import type { Disk } from './sealed/disk.ts';
import { type AskForGrant, createGrants } from './sealed/grants.ts';
import {
  answer,
  askedOf,
  authorOf,
  drop,
  giveUp,
  isDue,
  isKnown,
  isOverdue,
  type PageWord,
} from './transitions.ts';

/** What a page is about to be asked for. */
export type Begun =
  | { readonly what: 'insertion'; readonly held: HeldInsertion }
  | { readonly what: 'undo'; readonly held: { readonly insertionId: InsertionId } };

/**
 * What the practice's server is to be told, on its way there. Whatever may change a note is kept
 * here before the page is asked, so it is recorded whether or not the panel lives to say so. All of
 * it also lies sealed on the disk, before anybody is told that it is kept.
 */
export interface Outbox {
  /** Refused when nobody can tell whose it is, or the disk can't keep it: then no page is asked. */
  readonly hold: (begun: Begun, tabId: number | null) => Promise<Result<null, Failure>>;
  /** Drops an insertion about which the page was not asked. */
  readonly release: (insertionId: InsertionId) => Promise<void>;
  /** Takes the page's word and sends it. Refused when nothing of that id was ever held. */
  readonly answer: (word: PageWord) => Promise<Result<readonly OutboxEntry[], Failure>>;
  /** Tells the server what was done about an alert, now or, while it can't be reached, later. */
  readonly acknowledge: (input: AcknowledgeInput) => Promise<Result<Acknowledged, Failure>>;
  /** What the signed-in person has in it; empty when nobody is signed in. */
  readonly list: () => Promise<readonly OutboxEntry[]>;
  /**
   * The server is there, and perhaps somebody has just signed in: asks for what their entries are
   * sealed with before it is needed, and sends what was left.
   */
  readonly onServerThere: () => Promise<void>;
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
  /** `storage.session`: what can be read never reaches the disk. */
  readonly area: StorageArea;
  /** The sealed copies. */
  readonly disk: Disk;
  readonly now: () => Date;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  readonly person: () => Promise<Result<SignedIn, Failure>>;
  readonly send: Send;
  readonly askForGrant: AskForGrant;
  readonly bring: Bring;
  /** Something was recorded, refused, or could not be sent. */
  readonly onChange: () => void;
}

/** Builds the outbox. The worker may die between any two steps: each one is in storage first. */
export function createOutbox(dependencies: OutboxDependencies): Outbox {
  const { now, person, disk, area } = dependencies;
  const kept = createKeptState(area);
  const keepCopy = createKeepCopy(disk, kept);
  const grants = createGrants({ area, now, ask: dependencies.askForGrant });
  const inHand = async () => new Set((await kept.read()).entries.map(({ entryId }) => entryId));
  const deliverLeft = createDelivery({ ...dependencies, inHand });
  const dispatch = createDispatch({ ...dependencies, kept, keepCopy, deliverLeft });
  const keep = createKeep({ ...dependencies, kept, keepCopy, grantOf: grants.of });

  const listFor = createListing(kept, disk);

  async function list(): Promise<readonly OutboxEntry[]> {
    const who = await person();
    return who.ok ? listFor(who.value) : [];
  }

  const giveUpOn = (isLost: (entry: Entry) => boolean) =>
    kept.change((before) => giveUp(before, isLost));

  return {
    async hold(begun, tabId) {
      const entry = await keep({ ...begun, outcome: null, tabId, stage: 'held' });
      return entry.ok ? ok(null) : entry;
    },
    async release(insertionId) {
      const key = { what: 'insertion', insertionId } as const;
      const asked = askedOf(await kept.read(), key);
      if (asked?.stage !== 'held') return;
      await disk.drop(asked.entryId);
      await kept.change((state) => drop(state, asked.entryId));
    },
    async answer(word) {
      const state = await kept.change((before) => answer(before, word));
      if (!isKnown(state, word.key)) return refuseWith(failure('refused'));
      const author = authorOf(state, word.key);
      await dispatch();
      // Whoever is signed in by now: who waits for this answer is the one who inserted.
      return ok(author === null ? await list() : await listFor(author));
    },
    acknowledge: createAcknowledge({ kept, keep, disk, dispatch, person }),
    list,
    async onServerThere() {
      const who = await person();
      if (who.ok) await grants.of(who.value);
      else if (who.refusal.reason === 'signedOut') await grants.forget();
      await dispatch();
    },
    send: dispatch,
    async sendWhatIsDue() {
      const state = await giveUpOn((entry) => isOverdue(entry, now()));
      if (isDue(state, now())) await dispatch();
    },
    async onTabClosed(tabId) {
      const state = await giveUpOn((entry) => entry.tabId === tabId);
      // A tab that closes says nothing of a server that was not there a moment ago.
      if (isDue(state, now())) await dispatch();
    },
    async forgetRefused() {
      const refused = (await list()).filter(({ is }) => is === 'refused');
      const ids = refused.map(({ entryId }) => entryId);
      await forgetRefusals({ disk, kept }, ids);
    },
  };
}
