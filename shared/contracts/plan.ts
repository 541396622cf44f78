import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { PauseId, PlanId } from './ids.ts';

/** Most measures that one plan sends together: a form that is too long is not finished. */
export const MOST_TOGETHER = 6;

/** When a plan sends. Days are the practice's own. */
export const Cadence = z.discriminatedUnion('is', [
  z.object({ is: z.literal('once'), on: CalendarDate }),
  z.object({
    is: z.literal('everyWeeks'),
    weeks: z.int().check(z.minimum(1), z.maximum(26)),
    from: CalendarDate,
  }),
  /** So many days before each appointment that is known; nothing where none is. */
  z.object({
    is: z.literal('beforeAppointments'),
    days: z.int().check(z.minimum(0), z.maximum(7)),
  }),
]);
export type Cadence = z.infer<typeof Cadence>;

/** What a plan sends, and how long it can be answered. */
export const PlanTerms = z.object({
  /** `Instrument.id` or the key of an own form, `form:<id>`; each once. */
  measures: z
    .array(z.string().check(z.maxLength(80)))
    .check(z.minLength(1), z.maxLength(MOST_TOGETHER)),
  cadence: Cadence,
  /** Days after sending until which it should be answered: "due". */
  dueDays: z.int().check(z.minimum(0), z.maximum(30)),
  /** Days after sending from which the link leads nowhere; at least `dueDays`. */
  expiryDays: z.int().check(z.minimum(1), z.maximum(60)),
  /** Days after sending on which whoever has not answered is reminded; ascending, below `expiryDays`. */
  reminderDays: z
    .array(z.int().check(z.minimum(1), z.maximum(59)))
    .check(z.maxLength(3), z.refine(isAscending, 'not ascending')),
  /** Hour of the practice's day at which it is sent. */
  hour: z.int().check(z.minimum(7), z.maximum(20)),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

/**
 * Why a plan is refused. `moreOftenThanRecall`: a measure that asks about two weeks, every week: taken
 * when the clinician has read so and says that it is meant.
 */
export const PlanFault = z.enum([
  'measureTwice',
  'unknownMeasure',
  'notSendable',
  'practiceMustConfirm',
  'expiresBeforeDue',
  'reminderAfterExpiry',
  'inThePast',
  'moreOftenThanRecall',
]);
export type PlanFault = z.infer<typeof PlanFault>;

/** Most that is told of what a plan leaves out. */
export const MOST_LEFT_OUT = 6;

/** A measure that a plan leaves out of one of its days. */
export const LeftOut = z.object({
  measureId: z.string(),
  on: CalendarDate,
  /** It lies with the client already, or would ask about days that it has asked about. */
  why: z.enum(['withClient', 'tooSoon']),
  /** The day of the sending for which it is left out. */
  since: CalendarDate,
});
export type LeftOut = z.infer<typeof LeftOut>;

/** A client's plan as it stands. Changed plans stay on record, as the versions that they were. */
export const Plan = z.object({
  planId: PlanId,
  version: z.int().check(z.minimum(1)),
  terms: PlanTerms,
  /** Told by whoever made it that a cadence above the recall period is meant. */
  oftenMeant: z.boolean(),
  /** By whom, by display name, and when this version was made. */
  by: z.string(),
  at: Instant,
  endedAt: z.nullable(Instant),
  /**
   * Days on which it sends next, three at most; empty while it is paused, no appointment is known, or
   * the client has not agreed to a way of being written to.
   */
  next: z.array(CalendarDate),
  /**
   * What it leaves out of these days, of those between them and of the one that is due, as if all that
   * is out were answered; by day.
   */
  leftOut: z.array(LeftOut).check(z.maxLength(MOST_LEFT_OUT)),
});
export type Plan = z.infer<typeof Plan>;

/** Why nothing is sent for a while. Nothing at all is sent in a crisis, also not by hand. */
export const PauseReason = z.enum(['crisis', 'away', 'clientAsked', 'other']);
export type PauseReason = z.infer<typeof PauseReason>;

/** A time in which nothing is sent to a client. */
export const Pause = z.object({
  pauseId: PauseId,
  reason: PauseReason,
  from: CalendarDate,
  /** The last day of it; null until somebody ends it. A crisis pause has none. */
  until: z.nullable(CalendarDate),
  by: z.string(),
  at: Instant,
});
export type Pause = z.infer<typeof Pause>;

/** A plan that the practice begins with, by a name of its own. */
export const PlanTemplate = z.object({
  name: z.string().check(z.regex(/\S/), z.maxLength(60)),
  terms: PlanTerms,
});
export type PlanTemplate = z.infer<typeof PlanTemplate>;

/** Most templates of a practice: a list that is longer is not read. */
const MOST_TEMPLATES = 20;

/** All templates of a practice, as they were at one moment. */
export const PlanTemplates = z.object({
  /** Counts up with every change. */
  version: z.int().check(z.minimum(1)),
  templates: z.array(PlanTemplate).check(z.maxLength(MOST_TEMPLATES)),
});
export type PlanTemplates = z.infer<typeof PlanTemplates>;

function isAscending(days: readonly number[]): boolean {
  return days.every((day, index) => index === 0 || day > (days[index - 1] ?? day));
}
