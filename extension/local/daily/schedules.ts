import * as z from 'zod/mini';
import { instantOf } from '#shared/contracts/calendar.ts';
import { EhrId } from '#shared/contracts/ehr.ts';
import { type PageReading, ScheduleEntry } from '#shared/contracts/reading.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { ScheduleLook } from '../../messages/daily.ts';
import { type Failure, failure } from '../failure.ts';
import { createInTurn } from '../in-turn.ts';
import type { Rpc } from '../rpc.ts';
import { createSlot, type StorageArea } from '../slot.ts';

/** What tabs that show a calendar's day say of it, by tab id. */
const Shown = z.record(
  z.string(),
  z.object({ ehr: EhrId, entries: z.array(ScheduleEntry).check(z.maxLength(100)) }),
);

/** The calendars that are open in this browser. */
export interface Schedules {
  /** What a page shows now: a day of a calendar, or something else. */
  readonly onReading: (tabId: number, reading: PageReading) => Promise<void>;
  /** The tab shows something else, or is gone. */
  readonly forget: (tabId: number) => Promise<void>;
  /** Asks the server about everybody on a tab's calendar; null where the tab shows none. */
  readonly ofTab: (tabId: number) => Promise<Result<ScheduleLook | null, Failure>>;
}

/** What they are kept with. */
export interface ScheduleDependencies {
  /** `storage.session`: what an EHR's page shows is never written to the disk. */
  readonly area: StorageArea;
  readonly rpc: Rpc;
  readonly now: () => Date;
  /** False where the practice does not allow the EHR, also where it did when the day was read. */
  readonly mayWorkIn: (ehr: EhrId) => Promise<boolean>;
  /** A tab shows another day's people than before, or none any more. */
  readonly onChange: () => void;
}

/**
 * Keeps what calendars show until somebody asks. The server is told of a day's people only then:
 * opening one's calendar is no look at twenty records.
 */
export function createSchedules(dependencies: ScheduleDependencies): Schedules {
  const { area, rpc, now, mayWorkIn, onChange } = dependencies;
  const slot = createSlot(area, 'schedules', Shown);
  const inTurn = createInTurn();

  function change(tabId: number, shown: z.infer<typeof Shown>[string] | null): Promise<void> {
    return inTurn(async () => {
      const { [String(tabId)]: before, ...others } = (await slot.read()) ?? {};
      if (JSON.stringify(before ?? null) === JSON.stringify(shown)) return;
      await slot.write(shown === null ? others : { ...others, [tabId]: shown });
      onChange();
    });
  }

  return {
    onReading: (tabId, { ehr, kind, settled, schedule }) =>
      change(
        tabId,
        settled && kind === 'calendar' && schedule.length > 0 ? { ehr, entries: schedule } : null,
      ),
    forget: (tabId) => change(tabId, null),
    async ofTab(tabId) {
      const shown = (await slot.read())?.[String(tabId)];
      if (shown === undefined || !(await mayWorkIn(shown.ehr))) return ok(null);
      const verifiedAt = instantOf(now());
      const reply = await rpc('schedule.look', { ...shown, on: null });
      if (!reply.ok) return reply;
      const rows = new Map(reply.value.rows.map((row) => [row.key, row]));
      const appointments = shown.entries.flatMap((entry) => {
        const row = rows.get(entry.key);
        return row === undefined ? [] : [{ entry, row }];
      });
      // An answer that leaves somebody out would look as if they were not on the calendar.
      const isComplete = appointments.length === shown.entries.length;
      return isComplete ? ok({ verifiedAt, appointments }) : refuse(failure('refused'));
    },
  };
}
