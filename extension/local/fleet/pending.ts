import * as z from 'zod/mini';
import { Instant, instantOf } from '#shared/contracts/calendar.ts';
import { FleetReport } from '#shared/contracts/fleet.ts';
import { Author, isSameAuthor } from '../outbox/entries.ts';
import { SeenVersions, Tally } from './tally.ts';

const MINUTE_MS = 60_000;

/** Between two reports, and at most as much more, so that browsers started together do not report so. */
export const REPORT_EVERY_MS = 360 * MINUTE_MS;
export const JITTER_MS = 30 * MINUTE_MS;

/** Between two tries of a report that could not be brought, and at most as much more. */
export const RETRY_AFTER_MS = 15 * MINUTE_MS;
export const RETRY_JITTER_MS = 5 * MINUTE_MS;

/** What could not be told for so long tells nothing of today. */
const DAYS_KEPT = 14;
export const DROPPED_AFTER_MS = DAYS_KEPT * 24 * 60 * MINUTE_MS;

/** Kept in `storage.local`: counts survive the browser's end, and name no client. */
export const Pending = z.object({
  /**
   * Who was signed in while it was counted: a member of staff is of one practice, and no other is
   * told. Absent where nobody knows, as of what an earlier version counted.
   */
  of: z.optional(Author),
  /** Random; names no person and no machine. */
  browserId: z.uuid(),
  /** When the server is told next, or tried again. */
  nextAt: Instant,
  versions: SeenVersions,
  tally: Tally,
  /** What the server has not acknowledged, under the id under which it may have it already. */
  waiting: z.nullable(FleetReport),
});
export type Pending = z.infer<typeof Pending>;

/** What a report says beside the counts. */
export type Around = Pick<FleetReport, 'extensionVersion' | 'browser' | 'reportId'>;

/**
 * What may be told in somebody's name: their own counts. What was counted of another, or of nobody
 * knows whom, is dropped; the browser stays the same one.
 */
export function ownedBy(pending: Pending, who: Author, now: Date): Pending {
  if (pending.of !== undefined && isSameAuthor(pending.of, who)) return pending;
  const { backend, staffId } = who;
  const tally = { since: instantOf(now), adapters: [] };
  return { ...pending, of: { backend, staffId }, tally, waiting: null };
}

/** True when it is time to tell the server. A clock that was set back puts nothing off for as long. */
export function isDue({ nextAt }: Pending, now: Date): boolean {
  const ahead = Date.parse(nextAt) - now.getTime();
  return ahead <= 0 || ahead > REPORT_EVERY_MS + JITTER_MS;
}

/** What was counted becomes the report that waits, unless one waits already; counting begins anew. */
export function withReport(pending: Pending, around: Around, now: Date): Pending {
  if (pending.waiting !== null) return pending;
  const { browserId, tally } = pending;
  const until = instantOf(now);
  const since = tally.since < until ? tally.since : until;
  const report = FleetReport.safeParse({
    ...around,
    browserId,
    since,
    until,
    adapters: tally.adapters,
  });
  return {
    ...pending,
    waiting: report.success ? report.data : null,
    tally: { since: until, adapters: [] },
  };
}

/** Without what is older than {@link DROPPED_AFTER_MS}. */
export function withoutOld(pending: Pending, now: Date): Pending {
  const oldest = now.getTime() - DROPPED_AFTER_MS;
  const { waiting, tally } = pending;
  return {
    ...pending,
    waiting: waiting !== null && Date.parse(waiting.until) < oldest ? null : waiting,
    tally: Date.parse(tally.since) < oldest ? { since: instantOf(now), adapters: [] } : tally,
  };
}
