import { instantOf } from '#shared/contracts/calendar.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type { FleetReport } from '#shared/contracts/fleet.ts';
import type { InsertOutcome } from '#shared/contracts/insertion.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { Failure } from '../failure.ts';
import { createInTurn } from '../in-turn.ts';
import { type Author, isSameAuthor } from '../outbox/entries.ts';
import type { SignedIn } from '../signed-in.ts';
import { createSlot, type StorageArea } from '../slot.ts';
import {
  type Around,
  isDue,
  JITTER_MS,
  ownedBy,
  Pending,
  REPORT_EVERY_MS,
  RETRY_AFTER_MS,
  RETRY_JITTER_MS,
  withoutOld,
  withReport,
} from './pending.ts';
import { withInsertion, withReading } from './tally.ts';

/** What the counter stands on. */
export interface HealthDependencies {
  /** `storage.local`. */
  readonly area: StorageArea;
  readonly now: () => Date;
  readonly newId: () => string;
  /** A random UUID that tells nothing, not even when it was made. */
  readonly newBrowserId: () => string;
  /** Uniformly in [0, 1). */
  readonly random: () => number;
  /** What this installation is, asked when a report is made. */
  readonly installation: () => Omit<Around, 'reportId'>;
  /** Who is signed in, as far as is known without asking; what happens without anybody is not counted. */
  readonly person: () => Promise<SignedIn | null>;
  readonly send: (report: FleetReport, as: SignedIn) => Promise<Result<unknown, Failure>>;
}

/** Counts what says how the extension fares, and tells the practice's server of it. */
export interface Health {
  /** A page was read; one view of a page counts once. */
  readonly onReading: (tabId: number, reading: PageReading) => Promise<void>;
  /** An insertion is in the register; counted while whoever made it is still signed in. */
  readonly onInsertion: (
    ehr: EhrId,
    status: InsertOutcome['status'],
    author: Author,
  ) => Promise<void>;
  readonly onTabClosed: (tabId: number) => void;
  /** Tells the server when it is time to. A report that may have arrived is told again unchanged. */
  readonly reportIfDue: () => Promise<void>;
}

/** Builds the counter. */
export function createHealth(dependencies: HealthDependencies): Health {
  const { now, newId, installation, person, send } = dependencies;
  const { change, takeDue, later } = createKept(dependencies);
  /** The view of each tab that was counted. A worker that starts anew counts an open page again. */
  const counted = new Map<number, string>();

  return {
    async onReading(tabId, reading) {
      if (!reading.settled) return;
      const view = JSON.stringify([reading.navigation, reading.kind, reading.failedChecks]);
      const who = await person();
      if (who === null || counted.get(tabId) === view) return;
      counted.set(tabId, view);
      const { ehr, adapterVersion } = reading;
      await change(who, (pending) => ({
        ...pending,
        versions: { ...pending.versions, [ehr]: adapterVersion },
        tally: withReading(pending.tally, reading),
      }));
    },
    async onInsertion(ehr, status, author) {
      const who = await person();
      if (who === null || !isSameAuthor(who, author)) return;
      await change(who, (pending) => {
        const adapterVersion = pending.versions[ehr];
        if (adapterVersion === undefined) return pending;
        return { ...pending, tally: withInsertion(pending.tally, { ehr, adapterVersion }, status) };
      });
    },
    onTabClosed: (tabId) => void counted.delete(tabId),
    async reportIfDue() {
      const who = await person();
      if (who === null) return;
      const report = await takeDue(who, () => ({ ...installation(), reportId: newId() }));
      if (report === null || !(await send(report, who)).ok) return;
      // What somebody else began to count meanwhile is theirs; the report is told again one day.
      if ((await person())?.token !== who.token) return;
      await change(who, (pending) =>
        pending.waiting?.reportId === report.reportId
          ? { ...pending, waiting: null, nextAt: later(now(), REPORT_EVERY_MS, JITTER_MS) }
          : pending,
      );
    },
  };
}

/** What is kept, changed by one at a time. */
function createKept({ area, now, newBrowserId, random }: HealthDependencies) {
  const slot = createSlot(area, 'fleet', Pending);
  const inTurn = createInTurn();
  const later = (from: Date, ms: number, spread: number) =>
    instantOf(new Date(from.getTime() + ms + Math.floor(random() * spread)));
  const fresh = (): Pending => ({
    browserId: newBrowserId(),
    nextAt: later(now(), 0, JITTER_MS),
    versions: {},
    tally: { since: instantOf(now()), adapters: [] },
    waiting: null,
  });
  const readOf = async (who: Author) =>
    ownedBy(withoutOld((await slot.read()) ?? fresh(), now()), who, now());

  return {
    later,
    change: (who: Author, edit: (pending: Pending) => Pending): Promise<void> =>
      inTurn(async () => slot.write(edit(await readOf(who)))),
    /** What is to be sent now; null while it is not time. The next try is set before this one. */
    takeDue: (who: Author, around: () => Around): Promise<FleetReport | null> =>
      inTurn(async () => {
        const pending = await readOf(who);
        const due = isDue(pending, now());
        const nextAt = later(now(), RETRY_AFTER_MS, RETRY_JITTER_MS);
        const kept = due ? { ...withReport(pending, around(), now()), nextAt } : pending;
        await slot.write(kept);
        return due ? kept.waiting : null;
      }),
  };
}
