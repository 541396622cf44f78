import { Dexie, type Table } from 'dexie';
import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import { BriefQuery, BriefReply } from '#shared/contracts/procedures.ts';
import type { Sealed, Sealer } from './sealer.ts';
import { subjectKey } from './subject-key.ts';

/** Entries kept at most: a day's clients, not a caseload. */
const MAX_ENTRIES = 40;

/** Hours after which an entry is shown no more, and goes, however few there are. */
const MAX_AGE_HOURS = 12;

const MAX_AGE_MS = MAX_AGE_HOURS * 3_600_000;

/** An answer of the server as it was given. */
export const KeptAnswer = z.object({
  query: BriefQuery,
  verifiedAt: Instant,
  reply: BriefReply,
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/** What lies on the disk of one answer. */
interface Entry extends Sealed {
  readonly name: string;
  /** Milliseconds since 1970, for pruning. */
  readonly savedAt: number;
}

/** The last answers, sealed, so that a short outage does not blind the clinician. */
export interface BriefCache {
  /**
   * The answer for exactly this subject of this EHR; null when there is none to vouch for, as one that
   * is too old, or from a time yet to come: how old that is can't be said.
   */
  readonly read: (query: BriefQuery) => Promise<KeptAnswer | null>;
  /**
   * Writes answers to what is asked from now on. Once the cache was cleared it writes nothing: the
   * answer belongs to a session that is over.
   */
  readonly writer: () => (answer: KeptAnswer) => Promise<void>;
  readonly drop: (query: BriefQuery) => Promise<void>;
  /** Takes out what is old, and what no key of this browser session opens. */
  readonly prune: () => Promise<void>;
  /** Takes out everything and forgets the keys. */
  readonly clear: () => Promise<void>;
}

/** What the cache is built on. */
export interface CacheDependencies {
  readonly sealer: Sealer;
  readonly now: () => Date;
  /** The database engine; the browser's own unless a test brings one. */
  readonly engine?: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange };
}

/**
 * Opens the cache. The database is one for all pages of the extension, whatever site they are
 * framed by. A disk that fails costs the cache, never the live answer: it then reads as empty.
 */
export function createBriefCache({ sealer, now, engine }: CacheDependencies): BriefCache {
  const database = new Dexie('throughline', engine ?? {});
  database.version(1).stores({ answers: 'name, savedAt' });
  const answers: Table<Entry, string> = database.table('answers');

  const isPresentable = (verified: number) => {
    const age = now().getTime() - verified;
    return age >= 0 && age <= MAX_AGE_MS;
  };

  async function read(query: BriefQuery): Promise<KeptAnswer | null> {
    const name = await sealer.nameOf(subjectKey(query));
    const entry = await answers.get(name);
    if (entry === undefined) return null;
    const answer = parse(await sealer.open(name, entry));
    const isOfSubject = answer !== null && subjectKey(answer.query) === subjectKey(query);
    if (isOfSubject && isPresentable(Date.parse(answer.verifiedAt))) return answer;
    await answers.delete(name);
    return null;
  }

  let clears = 0;

  async function write(answer: KeptAnswer, isCurrent: () => boolean): Promise<void> {
    if (!isCurrent()) return;
    const name = await sealer.nameOf(subjectKey(answer.query));
    const sealed = await sealer.seal(name, JSON.stringify(answer));
    if (isCurrent()) await answers.put({ ...sealed, name, savedAt: now().getTime() });
  }

  async function prune(): Promise<void> {
    const newest = now().getTime();
    await answers
      .where('savedAt')
      .below(newest - MAX_AGE_MS)
      .delete();
    await answers.where('savedAt').above(newest).delete();
    const entries = (await answers.orderBy('savedAt').toArray()).toReversed();
    const opened = await Promise.all(entries.map((entry) => sealer.open(entry.name, entry)));
    const gone = entries.filter((_, place) => place >= MAX_ENTRIES || opened[place] === null);
    await answers.bulkDelete(gone.map((entry) => entry.name));
  }

  return {
    read: (query) => orWithout(read(query), null),
    writer() {
      const begun = clears;
      return (answer) =>
        orWithout(
          write(answer, () => clears === begun),
          undefined,
        );
    },
    async drop(query) {
      await orWithout(answers.delete(await sealer.nameOf(subjectKey(query))), undefined);
    },
    prune: () => orWithout(prune(), undefined),
    async clear() {
      clears += 1;
      await sealer.forget();
      await orWithout(answers.clear(), undefined);
    },
  };
}

async function orWithout<Value>(work: PromiseLike<Value>, otherwise: Value): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Dexie.DexieError) return otherwise;
    throw error;
  }
}

function parse(text: string | null): KeptAnswer | null {
  if (text === null) return null;
  const parsed = KeptAnswer.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
