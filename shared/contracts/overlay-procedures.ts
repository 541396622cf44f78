import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { ScheduleRow } from './caseload.ts';
import { EhrId } from './ehr.ts';
import { ClientId, InsertionId } from './ids.ts';
import { NoteSection, ScheduleEntry } from './reading.ts';
import { UpdateRequest } from './update.ts';

/** Procedures that serve the overlay's daily use, beside those of `procedures.ts`. */

/** `insertions.earlier` input: a client's texts that stand, or may stand, in notes. */
export const EarlierInsertionsQuery = z.object({ clientId: ClientId, ehr: EhrId });
export type EarlierInsertionsQuery = z.infer<typeof EarlierInsertionsQuery>;

/**
 * `insertions.earlier` output row: the newest 20 that may stand in a note, newest first: written, not
 * taken back, and not surely replaced by another one. With it a block of ours that stands in a note is
 * recognised, refreshed, or told to be of another session.
 */
export const EarlierInsertion = z.object({
  insertionId: InsertionId,
  appointmentId: z.nullable(z.string()),
  appointmentOn: z.nullable(CalendarDate),
  request: UpdateRequest,
  briefAsOf: Instant,
  /** What counted as new in the text; null on the first look, and where it was not recorded. */
  lastLookedAt: z.nullable(Instant),
  insertedAt: Instant,
  outcome: z.enum(['exact', 'changed', 'unconfirmed']),
  parts: z.array(
    z.object({ label: z.string(), section: z.nullable(NoteSection), text: z.string() }),
  ),
});
export type EarlierInsertion = z.infer<typeof EarlierInsertion>;

/** `schedule.look` input: who is on a day's calendar, as the page names them. */
export const ScheduleQuery = z.object({
  ehr: EhrId,
  on: z.nullable(CalendarDate),
  entries: z.array(ScheduleEntry).check(z.maxLength(100)),
});
export type ScheduleQuery = z.infer<typeof ScheduleQuery>;

/** `schedule.look` output. */
export const ScheduleReply = z.object({ asOf: Instant, rows: z.array(ScheduleRow) });
export type ScheduleReply = z.infer<typeof ScheduleReply>;
