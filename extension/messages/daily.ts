import * as z from 'zod/mini';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { CaseloadRow, ScheduleRow } from '#shared/contracts/caseload.ts';
import { EhrId } from '#shared/contracts/ehr.ts';
import type { ScheduleEntry } from '#shared/contracts/reading.ts';
import type { AlertWay } from './live.ts';

/** Where a panel stood, and what it opens as when it is collapsed; see `PanelToPage`. */
export const PanelPlace = z.object({
  mode: z.enum(['docked', 'floating', 'collapsed']),
  /** What the strip opens. */
  opensAs: z.enum(['docked', 'floating']),
  side: z.enum(['left', 'right']),
  x: z.int().check(z.minimum(0), z.maximum(20_000)),
  y: z.int().check(z.minimum(0), z.maximum(20_000)),
});
export type PanelPlace = z.infer<typeof PanelPlace>;

/**
 * Whether names, scores and alerts are kept off the screen. `byHand`: a person switched it on.
 * `telehealth`: a telehealth page is open. `unknown`: it could not be found out, so it is on.
 */
export type SafeView =
  | { readonly on: false }
  | { readonly on: true; readonly because: 'byHand' | 'telehealth' | 'unknown' };

/** The own clients, as answered by the server at a moment; never kept. */
export interface CaseloadLook {
  readonly verifiedAt: Instant;
  /** Who to look at first at the top. */
  readonly rows: readonly CaseloadRow[];
}

/** Who is on a calendar, in the page's words, each with what is known of them. */
export interface ScheduleLook {
  readonly verifiedAt: Instant;
  /** In the page's order. */
  readonly appointments: readonly { readonly entry: ScheduleEntry; readonly row: ScheduleRow }[];
}

/** Calls of a clinician's day that are about no page's client; joined to `WORKER_CALLS`. */
export const DAILY_CALLS = {
  /** Whether what happens would be heard of here. */
  'alertWay.get': z.object({}),
  'caseload.list': z.object({}),
  /** Of the calendar that this tab shows; null when it shows none. */
  'schedule.ofTab': z.object({ tabId: z.int() }),
  'safeView.get': z.object({}),
  'safeView.set': z.object({ on: z.boolean() }),
  /** Null where this browser has none of that EHR. */
  'places.of': z.object({ ehr: EhrId }),
  'places.keep': z.object({ ehr: EhrId, place: PanelPlace }),
} as const;

/** What these calls bring. */
export interface DailyResults {
  'alertWay.get': AlertWay;
  'caseload.list': CaseloadLook;
  'schedule.ofTab': ScheduleLook | null;
  'safeView.get': SafeView;
  'safeView.set': SafeView;
  'places.of': PanelPlace | null;
  'places.keep': null;
}
