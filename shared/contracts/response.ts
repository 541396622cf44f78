import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { SkipReason } from './client-page.ts';
import { ResponseId } from './ids.ts';

/**
 * The answers to one instrument in item order, as the client gave them (never reversed).
 * `null` means "not answered"; it is never 0. An answer stays here although a later change of
 * another answer means that its item is no longer asked: scoring leaves it out.
 */
export const Answers = z.array(z.nullable(z.int()));
export type Answers = z.infer<typeof Answers>;

/**
 * What was answered to a safety item, kept apart from the total. A safety item that was not asked
 * (`Item.askedWhen`) has none: only a question that was put can be left blank.
 */
export const SafetyAnswer = z.object({
  /** Item number, from 1. */
  item: z.int(),
  /** As answered, never reversed; null when the item was left blank. */
  value: z.nullable(z.int()),
  /** The option's words; null when the item was left blank. */
  label: z.nullable(z.string()),
  /** True when the answer reaches the item's threshold. A blank is never positive nor negative. */
  positive: z.boolean(),
  kind: z.enum(['suicidality', 'partnerViolence', 'informational']),
  /**
   * True when the answer was given and the question before it was changed afterwards, so that this
   * one is no longer asked. No score counts it; what was said is still shown.
   */
  withdrawn: z.optional(z.literal(true)),
});
export type SafetyAnswer = z.infer<typeof SafetyAnswer>;

/** A part of a score. */
export const PartScore = z.object({
  /** `Subscale.id`. */
  id: z.string(),
  /** Unrounded, after the multiplier. */
  total: z.number(),
});
export type PartScore = z.infer<typeof PartScore>;

const missingItems = z.array(z.int());
const safety = z.array(SafetyAnswer);

/** The score of one response, or why there is none. */
export const Score = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('scored'),
    /** Unrounded total; change is computed from it. */
    total: z.number(),
    /** Rounded half up to the places that the measure is shown with; bands are read from it. */
    displayed: z.number(),
    /** Label of the severity band; null where the instrument has none. */
    band: z.nullable(z.string()),
    /** True when missing items were filled by the instrument's rule. */
    prorated: z.boolean(),
    /** Items that were asked and left blank, questions that count in no score apart. */
    missingItems,
    /** Those that could be scored. */
    subscales: z.array(PartScore),
    safety,
  }),
  /** A measure without a total: each subscale stands for itself. */
  z.object({
    status: z.literal('profile'),
    prorated: z.boolean(),
    missingItems,
    /** At least one; those that could be scored. */
    subscales: z.array(PartScore).check(z.minLength(1)),
    safety,
  }),
  /**
   * A screen with a rule in place of a number. A finding holds whatever else was left blank, and
   * with blanks it is the least that can be said; that none holds is only said of a complete form.
   */
  z.object({
    status: z.literal('screened'),
    /** `ScreenFinding.id`, or the id of the screen's `otherwise`. */
    finding: z.string(),
    label: z.string(),
    /** Urgency of a finding; null when none held. */
    tier: z.nullable(z.enum(['emergency', 'urgent', 'review'])),
    missingItems,
    safety,
  }),
  z.object({
    status: z.literal('unscorable'),
    /**
     * `gateUnanswered`: a question that decides what is asked next was left blank.
     * `tooManyMissing`: more blanks than the measure's rule allows, in a measure without a total in
     * every one of its parts.
     */
    reason: z.enum(['tooManyMissing', 'nothingAnswered', 'gateUnanswered']),
    missingItems,
    safety,
  }),
]);
export type Score = z.infer<typeof Score>;

/** One response as history: when, what was answered, what it scored. */
export const ScoredResponse = z.object({
  responseId: ResponseId,
  /** `Instrument.id`. */
  instrumentId: z.string(),
  /** `Instrument.version` that was shown and scored. */
  instrumentVersion: z.int(),
  /** The day of submission in the practice's time zone. */
  answeredOn: CalendarDate,
  submittedAt: Instant,
  answers: Answers,
  score: Score,
  /** The response that this one corrects; both remain on record, this one counts. */
  supersedes: z.optional(ResponseId),
  /** Of a correction: who made it, by display name, and why, in that person's words. */
  correction: z.optional(z.object({ by: z.string(), reason: z.string() })),
  /**
   * Items that stayed without an answer and of which the client said why. Shown in a brief as the
   * client's choice; nothing is read from it. Absent where there is none.
   */
  skipped: z.optional(z.array(z.object({ item: z.int(), reason: SkipReason }))),
});
export type ScoredResponse = z.infer<typeof ScoredResponse>;

/** A response by its score alone, its answers left out. Every {@link ScoredResponse} is one. */
export const LineResponse = z.omit(ScoredResponse, {
  answers: true,
  correction: true,
  skipped: true,
});
export type LineResponse = z.infer<typeof LineResponse>;
