import { type CareDeps, staffScope } from '#backend/care/deps.ts';
import type { Count } from '#backend/store/fleet.ts';
import { type CalendarDate, dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import type { AdapterReport } from '#shared/contracts/fleet.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import type { CareRepositories } from '../../store/store.ts';
import type { BrowserCare } from './fleet-care.ts';

/** Counts one report of somebody; false when they sent too many lately. */
export type MayReport = (staffId: StaffId) => Promise<boolean>;

/**
 * Adds a report up by the day on which it arrived: a browser's clock is not asked. Who brought it is
 * kept nowhere; nothing clinical is read or written, so nothing is recorded.
 */
export function takeReport(deps: CareDeps, mayReport: MayReport): BrowserCare['takeReport'] {
  return async (caller, report) => {
    if (!(await mayReport(caller.staffId))) return refuse('tooMany');
    const scope = staffScope(deps, caller);
    await deps.store.inPractice(scope, async (care) => {
      if (!(await care.fleet.arrive(report.reportId))) return;
      await care.fleet.hear(report);
      const day = await dayOf(care, scope.now);
      await care.fleet.count(report.browserId, day, countsOf(report.adapters));
    });
    return ok({ at: scope.now });
  };
}

/** The practice's day at a moment. */
export async function dayOf(care: CareRepositories, now: Instant): Promise<CalendarDate> {
  const practice = await care.practice.read();
  if (practice === null) throw new Error('A caller belongs to a practice that is not there.');
  return dateInZone(now, practice.timeZone);
}

/** Everything that happened at least once; in an order of its own, so that no two reports lock each other out. */
function countsOf(adapters: readonly AdapterReport[]): readonly Count[] {
  const counts = new Map<string, Count>();
  for (const { ehr, adapterVersion, pageKinds, failedChecks, insertions } of adapters) {
    const groups = { page: pageKinds, check: failedChecks, insertion: insertions } as const;
    for (const counted of ['page', 'check', 'insertion'] as const) {
      for (const [name, times] of Object.entries(groups[counted])) {
        if (times === 0) continue;
        const key = `${ehr} ${adapterVersion} ${counted} ${name}`;
        const before = counts.get(key)?.times ?? 0;
        counts.set(key, { ehr, adapterVersion, counted, name, times: before + times });
      }
    }
  }
  return [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}
