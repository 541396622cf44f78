import * as z from 'zod/mini';
import { ClientIdentity } from './brief.ts';
import { CalendarDate } from './calendar.ts';
import { EhrId } from './ehr.ts';
import { ClientId } from './ids.ts';
import { PauseReason } from './plan.ts';

/** How many of something wait, and since which day of the practice; null where none does. */
export const Waiting = z.object({ count: z.int(), since: z.nullable(CalendarDate) });
export type Waiting = z.infer<typeof Waiting>;

/**
 * What waits with a client, each kind by itself: one for every rule by which a caseload is sorted
 * (`shared/caseload/rules.ts`). Of a caseload and of a day's calendar alike.
 */
export const WaitingByRule = z.object({
  /**
   * Forms that were not sent and hold a positive answer to a suicidality item, as many as the brief
   * shows (`CheckIn.unsentRiskAnswer`), since the oldest of these answers was saved. No rule has
   * judged them: no open alert does not mean none.
   */
  unsentRisk: Waiting,
  /** Alerts of each tier that are open and not put aside, since the oldest was opened. */
  emergency: Waiting,
  urgent: Waiting,
  review: Waiting,
  info: Waiting,
  /** Answers to measures and own forms since this clinician last looked at the client. */
  unseen: Waiting,
  /** Alerts that are open and put aside, since the first was. */
  putAside: Waiting,
  /** Forms that were sent, are past their day, and still can be answered; since the oldest was due. */
  overdue: Waiting,
  /** Forms that were sent, are not past their day, and can be answered; since the oldest was sent. */
  outstanding: Waiting,
});
export type WaitingByRule = z.infer<typeof WaitingByRule>;

/** Days back from now of which the check-ins of a caseload are counted. */
export const COMPLETION_DAYS = 28;

/** `caseload.list` output row. No input. In the order of `shared/caseload/order.ts`. */
export const CaseloadRow = z.object({
  client: ClientIdentity,
  waiting: WaitingByRule,
  /**
   * Of the forms sent in the last {@link COMPLETION_DAYS} days: how many were answered, of those that
   * were or are past their day. One that is still due counts for neither.
   */
  completion: z.object({ expected: z.int(), answered: z.int() }),
  /** Why nothing is sent today; null where nothing keeps it. */
  sendingPaused: z.nullable(PauseReason),
  /** The next appointment that somebody told or a panel read, today or later. */
  nextAppointmentOn: z.nullable(CalendarDate),
  lastResponseOn: z.nullable(CalendarDate),
  linkedEhrs: z.array(EhrId),
});
export type CaseloadRow = z.infer<typeof CaseloadRow>;

/**
 * `schedule.look` output, one row for each entry. Only `certain` says anything of a client: the
 * record is linked, or the name fits exactly one client of the own caseload and nobody else's name
 * on that calendar does. Every client told of is recorded as looked at.
 */
export const ScheduleRow = z.discriminatedUnion('match', [
  z.object({
    key: z.string(),
    match: z.literal('certain'),
    clientId: ClientId,
    waiting: WaitingByRule,
  }),
  z.object({ key: z.string(), match: z.enum(['several', 'ambiguous', 'none']) }),
]);
export type ScheduleRow = z.infer<typeof ScheduleRow>;
