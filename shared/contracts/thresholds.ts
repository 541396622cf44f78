import * as z from 'zod/mini';
import { Provenance } from './provenance.ts';

/** A severity band; both ends belong to it. Read from the displayed (rounded) score. */
export const SeverityBand = z.object({
  min: z.number(),
  max: z.number(),
  /** The source's word, without "range": `moderate`. */
  label: z.string().check(z.minLength(1)),
});
export type SeverityBand = z.infer<typeof SeverityBand>;

/** A score that divides the clinical from the functional range. */
export const CutOff = z.object({
  value: z.number(),
  /** On which side of the value the clinical range lies. */
  op: z.enum(['>=', '<=', '>', '<']),
  meaning: z.string(),
  provenance: Provenance,
  source: z.string(),
  /** The one used where the practice has not chosen another. */
  default: z.boolean(),
  /**
   * What is compared: the total where absent, or how many items scored at least `countFrom` points
   * (PHQ-15: three items rated 2).
   */
  countFrom: z.optional(z.int()),
  /** `Subscale.id`, where it is set for that subscale and not for the total; never the default. */
  subscale: z.optional(z.string()),
  /** Whom it was set for, where not everybody: `women`. Such a cut-off is shown, never applied. */
  group: z.optional(z.string()),
});
export type CutOff = z.infer<typeof CutOff>;

/**
 * The change that measurement error alone makes unlikely, with all that it depends on: a value
 * without its population and reliability is not comparable with another.
 */
export const ReliableChangeValue = z.object({
  /**
   * Whole points that the scale can move by (even ones where scores are doubled); a change of at
   * least this size is reliable ("at least", not "more than").
   */
  value: z.number().check(z.positive()),
  kind: z.enum(['published', 'computed', 'borrowed']),
  /** Confidence level in words, as the source states it. */
  level: z.string(),
  /** Why this value and no other. */
  basis: z.string(),
  population: z.string(),
  /** Standard deviation the value rests on, in points of the scale; null where not stated. */
  sd: z.nullable(z.number()),
  /** Reliability the value rests on, 0 to 1; null where not stated. */
  reliability: z.nullable(z.number()),
  reliabilityKind: z.nullable(z.string()),
  /** `Subscale.id`, where it is for that subscale and not for the total. */
  subscale: z.optional(z.string()),
  provenance: Provenance,
  source: z.string(),
});
export type ReliableChangeValue = z.infer<typeof ReliableChangeValue>;

/** The smallest change that people notice; shown beside reliable change, never instead of it. */
export const MinimallyImportantDifference = z.object({
  /** At least this much; the lower end where the source gives a range. */
  value: z.number().check(z.positive()),
  /** The upper end of a range; absent for a single value. */
  upTo: z.optional(z.number()),
  unit: z.enum(['points', 'percentOfBaseline']),
  note: z.string(),
  provenance: Provenance,
  source: z.string(),
});
export type MinimallyImportantDifference = z.infer<typeof MinimallyImportantDifference>;

/** A published score at which a client is unlikely to respond by the end, weeks after the start. */
export const NonResponseCut = z.object({
  week: z.int(),
  /** At least this score. */
  score: z.number(),
  meaning: z.string(),
  provenance: Provenance,
  source: z.string(),
});
export type NonResponseCut = z.infer<typeof NonResponseCut>;

/** Definitions of response and remission. */
export const OutcomeDefinition = z.object({
  /** Percent reduction from a clinical baseline that counts as response. */
  responsePercent: z.number(),
  /** A score below this is remission. */
  remissionBelow: z.number(),
  provenance: Provenance,
  source: z.string(),
});
export type OutcomeDefinition = z.infer<typeof OutcomeDefinition>;
