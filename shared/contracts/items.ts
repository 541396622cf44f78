import * as z from 'zod/mini';
import { Provenance } from './provenance.ts';
import { SeverityBand } from './thresholds.ts';

/** One of the choices printed under an item. The value counts, never the position. */
export const AnswerOption = z.object({
  /**
   * What is stored when the client picks it, as printed and before any reversal. Whole number; -1
   * for "does not apply", so that no threshold is reached by it.
   */
  value: z.int(),
  /** The words the client reads. */
  label: z.string().check(z.minLength(1)),
  /** What it scores, where that is not its value (recoded scales, "does not apply"). */
  points: z.optional(z.number()),
});
export type AnswerOption = z.infer<typeof AnswerOption>;

/** One question of an instrument. */
export const Item = z.object({
  /** Place in the form, from 1. Reverse items, subscales and safety items refer to this number. */
  number: z.int().check(z.positive()),
  /** What the form prints as number where that differs; empty for a gate that has none. */
  printed: z.optional(z.string()),
  /** The item's wording, letter by letter as in its source. */
  text: z.string().check(z.minLength(1)),
  /** Replaces the instrument's stem; items that follow with the same one share it. */
  stem: z.optional(z.string()),
  /** Replace the instrument's options, in printed order: values may descend. */
  options: z.optional(z.array(AnswerOption)),
  /** The two printed poles of an item whose options are bare numbers, first as printed. */
  anchors: z.optional(z.tuple([z.string(), z.string()])),
  /** False for a question that does not count in any score. */
  scored: z.optional(z.boolean()),
  /**
   * Asked only when one of these items, all earlier, was answered with at least `atLeast`. An item
   * that was not asked is not missing and counts 0.
   */
  askedWhen: z.optional(
    z.object({
      anyOf: z.array(z.int()).check(z.minLength(1)),
      atLeast: z.int(),
      /** A blank counts as reached (ASQ: a refusal is positive pending review). */
      orBlank: z.optional(z.boolean()),
    }),
  ),
});
export type Item = z.infer<typeof Item>;

/** Items whose answer is looked at by itself, whatever the total says. */
export const SafetyItem = z.object({
  item: z.int(),
  /** An answer of at least this value is positive. */
  positiveFrom: z.int(),
  /** An answer of at least this value is an emergency; absent where none is. */
  emergencyFrom: z.optional(z.int()),
  /**
   * `suicidality` raises S1, S2 and S3, or S4 on a screen. `partnerViolence` raises P2 and is never
   * shown in a couple's view. `informational` is shown to the clinician and raises nothing.
   */
  kind: z.enum(['suicidality', 'partnerViolence', 'informational']),
  provenance: Provenance,
  source: z.string(),
});
export type SafetyItem = z.infer<typeof SafetyItem>;

/** A part of the measure with a range of its own. */
export const Subscale = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z0-9_]*$/)),
  name: z.string(),
  items: z.array(z.int()),
  min: z.number(),
  max: z.number(),
  /** `sum` times `multiplier`, or `mean` of the points of the answered items. */
  method: z.enum(['sum', 'mean']),
  /** 2 for the DASS-21, whose bands are for doubled scores; otherwise 1. */
  multiplier: z.number(),
  /** Empty where the subscale has none of its own. */
  bands: z.array(SeverityBand),
});
export type Subscale = z.infer<typeof Subscale>;
