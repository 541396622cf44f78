import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { AdministrationId, ResponseId } from './ids.ts';

/** A dated score that a rule looked at. */
export const ScorePoint = z.object({
  responseId: ResponseId,
  on: CalendarDate,
  /** Unrounded. */
  total: z.number(),
  /** Rounded half up, as people see it. */
  displayed: z.number(),
  band: z.nullable(z.string()),
});
export type ScorePoint = z.infer<typeof ScorePoint>;

/** A safety answer that a rule looked at. */
export const SafetyPoint = z.object({
  responseId: ResponseId,
  on: CalendarDate,
  value: z.nullable(z.int()),
  label: z.nullable(z.string()),
});
export type SafetyPoint = z.infer<typeof SafetyPoint>;

/** What a screen found, as a rule saw it. */
export const ScreenPoint = z.object({
  responseId: ResponseId,
  on: CalendarDate,
  /** `ScreenFinding.id`. */
  finding: z.string(),
  label: z.string(),
});
export type ScreenPoint = z.infer<typeof ScreenPoint>;

const fromTo = {
  from: ScorePoint,
  to: ScorePoint,
  /** `to.total - from.total`. */ points: z.number(),
};

/** What a rule saw when it fired: enough to show why, and to work it out again. */
export const AlertEvidence = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('safetyAnswer'),
    item: z.int(),
    now: SafetyPoint,
    /** The last answer to the same item within the look-back; null when there was none. */
    before: z.nullable(SafetyPoint),
  }),
  z.object({
    kind: z.literal('screen'),
    now: ScreenPoint,
    before: z.nullable(ScreenPoint),
  }),
  z.object({
    kind: z.literal('change'),
    against: z.enum(['previous', 'baseline']),
    ...fromTo,
    /** The reliable-change value in points. */
    threshold: z.number(),
  }),
  z.object({
    kind: z.literal('band'),
    ...fromTo,
    /** Half the reliable-change value; null where the measure has none (then tier is info). */
    threshold: z.nullable(z.number()),
  }),
  z.object({ kind: z.literal('cutOff'), ...fromTo, threshold: z.number(), cutOff: z.number() }),
  z.object({
    kind: z.literal('rises'),
    /** Four scores, oldest first. */
    run: z.array(ScorePoint).check(z.length(4)),
    points: z.number(),
    threshold: z.number(),
  }),
  z.object({
    kind: z.literal('slope'),
    /** The scores that the line goes through, oldest first. */
    run: z.array(ScorePoint).check(z.minLength(4)),
    /** Points per week, signed as scored. */
    perWeek: z.number(),
    standardError: z.number(),
    threshold: z.number(),
  }),
  z.object({
    kind: z.literal('notOnTrack'),
    ...fromTo,
    /** How many scores there are since the baseline, that one included. */
    count: z.int(),
    threshold: z.number(),
    /** Improvement in percent of the baseline; null when that was 0. */
    percentBetter: z.nullable(z.number()),
    /** The published point that was reached or exceeded; null when only the percentage was too low. */
    published: z.nullable(z.object({ week: z.int(), score: z.number() })),
  }),
  z.object({
    kind: z.literal('nonResponse'),
    ...fromTo,
    count: z.int(),
    weeks: z.number(),
    threshold: z.number(),
  }),
  z.object({
    kind: z.literal('relapse'),
    baseline: ScorePoint,
    /** The score that was in remission. */
    ...fromTo,
    threshold: z.number(),
  }),
  z.object({
    kind: z.literal('missed'),
    /** Past due and not completed, oldest first. */
    missed: z.array(z.object({ administrationId: AdministrationId, dueOn: CalendarDate })),
    /** Of those due in the window. */
    completed: z.int(),
    due: z.int(),
    /** What makes it urgent: the last score was clinical, or a safety answer was positive. */
    concern: z.nullable(z.enum(['clinicalScore', 'safetyAnswer'])),
    /** The practice's day on which it was looked at. */
    asOf: CalendarDate,
    /** The moment of it: what was completed later that day was not seen. */
    at: Instant,
  }),
  z.object({
    kind: z.literal('validity'),
    responseId: ResponseId,
    on: CalendarDate,
    /** Items answered. */
    answered: z.int(),
    /** Longest run of identical answers; null where the rule is about time. */
    longestRun: z.nullable(z.int()),
    /**
     * Standard deviation of the answers as a share of the widest distance between two options, 0 to
     * .5; null where the rule did not look at it.
     */
    spread: z.nullable(z.number()),
    /** Seconds from first to last answer; null where the rule is about the answers. */
    seconds: z.nullable(z.number()),
    /** The number that the rule compared with. */
    threshold: z.number(),
  }),
  z.object({
    kind: z.literal('milestone'),
    which: z.enum(['reliableImprovement', 'remission']),
    ...fromTo,
    threshold: z.nullable(z.number()),
  }),
  z.object({
    kind: z.literal('coupleGap'),
    /** The two partners' scores, in the order of the couple's record. */
    one: ScorePoint,
    other: ScorePoint,
    gap: z.number(),
    threshold: z.number(),
  }),
]);
export type AlertEvidence = z.infer<typeof AlertEvidence>;
