import * as z from 'zod/mini';
import { Instant } from '#shared/contracts/calendar.ts';
import { EhrId } from '#shared/contracts/ehr.ts';
import { AdapterReport, CheckName, MOST_CHECKS } from '#shared/contracts/fleet.ts';
import type { InsertOutcome } from '#shared/contracts/insertion.ts';
import type { PageReading } from '#shared/contracts/reading.ts';

/** Highest count and most adapters of one report (`FleetReport`). */
const MOST_TIMES = 1_000_000;
const MOST_ADAPTERS = 10;

/** What was counted since a moment: exactly what a report may hold, so that no page's text fits in. */
export const Tally = z.object({
  since: Instant,
  adapters: z.array(AdapterReport).check(z.maxLength(MOST_ADAPTERS)),
});
export type Tally = z.infer<typeof Tally>;

/** The adapter's version that last read each EHR: an insertion is counted with it. */
export const SeenVersions = z.partialRecord(EhrId, z.int().check(z.minimum(1)));
export type SeenVersions = z.infer<typeof SeenVersions>;

type Adapter = Pick<AdapterReport, 'ehr' | 'adapterVersion'>;

/**
 * The tally with one settled reading more: its kind, and the names of checks that failed. A name
 * that an adapter could not have given a check is left out.
 */
export function withReading(tally: Tally, reading: PageReading): Tally {
  const { kind, failedChecks } = reading;
  return change(tally, reading, (report) => ({
    ...report,
    pageKinds: { ...report.pageKinds, [kind]: oneMore(report.pageKinds[kind]) },
    failedChecks: withChecks(report.failedChecks, failedChecks),
  }));
}

/** The tally with one insertion more, by what came of it. */
export function withInsertion(
  tally: Tally,
  adapter: Adapter,
  status: InsertOutcome['status'],
): Tally {
  return change(tally, adapter, (report) => ({
    ...report,
    insertions: { ...report.insertions, [status]: oneMore(report.insertions[status]) },
  }));
}

function change(
  tally: Tally,
  { ehr, adapterVersion }: Adapter,
  edit: (report: AdapterReport) => AdapterReport,
): Tally {
  const isIt = (one: Adapter) => one.ehr === ehr && one.adapterVersion === adapterVersion;
  if (tally.adapters.some(isIt)) {
    return { ...tally, adapters: tally.adapters.map((one) => (isIt(one) ? edit(one) : one)) };
  }
  const begun = AdapterReport.safeParse({
    ehr,
    adapterVersion,
    pageKinds: {},
    failedChecks: {},
    insertions: { exact: 0, changed: 0, notInserted: 0, unconfirmed: 0 },
  });
  if (!begun.success || tally.adapters.length === MOST_ADAPTERS) return tally;
  return { ...tally, adapters: [...tally.adapters, edit(begun.data)] };
}

function withChecks(
  counted: AdapterReport['failedChecks'],
  failed: readonly string[],
): AdapterReport['failedChecks'] {
  const counts = new Map(Object.entries(counted));
  for (const name of new Set(failed)) {
    if (!CheckName.safeParse(name).success) continue;
    if (counts.has(name) || counts.size < MOST_CHECKS) counts.set(name, oneMore(counts.get(name)));
  }
  return Object.fromEntries(counts);
}

function oneMore(times = 0): number {
  return Math.min(times + 1, MOST_TIMES);
}
