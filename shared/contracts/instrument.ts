import * as z from 'zod/mini';

/**
 * How far a stated fact can be relied on.
 * `seen`: read in the named source. `recalled`: to be verified in the paper before it is relied
 * on, and shown with that label. `proposal`: our own design, not a published rule.
 */
export const Provenance = z.enum(['seen', 'recalled', 'proposal']);
export type Provenance = z.infer<typeof Provenance>;

/** One of the choices printed under an item. The value counts, never the position. */
export const AnswerOption = z.object({
  /** Points as printed, before any reversal. Whole number. */
  value: z.int(),
  /** The words the client reads. */
  label: z.string().check(z.minLength(1)),
});
export type AnswerOption = z.infer<typeof AnswerOption>;

/** One question of an instrument. */
export const Item = z.object({
  /** From 1. Reverse items, subscales and safety items refer to this number. */
  number: z.int().check(z.positive()),
  /** The item's wording, letter by letter as in its source. */
  text: z.string().check(z.minLength(1)),
});
export type Item = z.infer<typeof Item>;

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
  op: z.enum(['>=', '<=']),
  meaning: z.string(),
  provenance: Provenance,
  source: z.string(),
  /** The one used where the practice has not chosen another. */
  default: z.boolean(),
});
export type CutOff = z.infer<typeof CutOff>;

/**
 * The change that measurement error alone makes unlikely, with all that it depends on: a value
 * without its population and reliability is not comparable with another.
 */
export const ReliableChangeValue = z.object({
  /** Whole points; a change of at least this size is reliable ("at least", not "more than"). */
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
  provenance: Provenance,
  source: z.string(),
});
export type ReliableChangeValue = z.infer<typeof ReliableChangeValue>;

/** Items whose answer is looked at by itself, whatever the total says. */
export const SafetyItem = z.object({
  item: z.int(),
  /** An answer of at least this value is positive. */
  positiveFrom: z.int(),
  /** `suicidality` raises S1/S2/S3; `informational` is shown and raises nothing. */
  kind: z.enum(['suicidality', 'informational']),
  provenance: Provenance,
  source: z.string(),
});
export type SafetyItem = z.infer<typeof SafetyItem>;

/** A part of the total with a range of its own. */
export const Subscale = z.object({
  id: z.string(),
  name: z.string(),
  items: z.array(z.int()),
  min: z.number(),
  max: z.number(),
});
export type Subscale = z.infer<typeof Subscale>;

/** A measure as data: everything that is known of it, and where each fact comes from. */
export const Instrument = z.object({
  /** Stable short name, lower case: `phq9`. */
  id: z.string().check(z.regex(/^[a-z][a-z0-9_]*$/)),
  /** Counts up when wording, scoring or thresholds change; stored with every response. */
  version: z.int().check(z.positive()),
  /** As a clinician writes it: `PHQ-9`. */
  shortTitle: z.string(),
  title: z.string(),
  domain: z.string(),
  population: z.string(),
  licence: z.object({
    permission: z.string(),
    /** The words the client must be shown with the measure. */
    attribution: z.string(),
    provenance: Provenance,
    sources: z.array(z.string()),
  }),
  stem: z.string(),
  items: z.array(Item),
  /** The choices of every item. */
  options: z.array(AnswerOption),
  recall: z.object({
    /** As the instrument says it: `2 weeks`. */
    label: z.string(),
    /** Length in days; administrations closer together than this overlap. */
    days: z.int(),
  }),
  /** Possible range of the total. */
  range: z.object({ min: z.number(), max: z.number() }),
  direction: z.enum(['higherWorse', 'higherBetter']),
  /** Items scored as (highest + lowest option value - answer). Answers are kept as given. */
  reverseItems: z.array(z.int()),
  subscales: z.array(Subscale),
  bands: z.array(SeverityBand),
  bandsProvenance: Provenance,
  bandsSource: z.string(),
  cutOffs: z.array(CutOff),
  /** The value in use; null where no source recommends one, and then no change is judged. */
  reliableChange: z.nullable(ReliableChangeValue),
  /** Other values in circulation, shown on demand beside the one in use. */
  otherReliableChange: z.array(ReliableChangeValue),
  /** Definitions of response and remission; null where none is published. */
  outcome: z.nullable(
    z.object({
      /** Percent reduction from a clinical baseline that counts as response. */
      responsePercent: z.number(),
      /** A score below this is remission. */
      remissionBelow: z.number(),
      provenance: Provenance,
      source: z.string(),
    }),
  ),
  missing: z.object({
    /** More unanswered items than this: the measure can't be scored. */
    maxMissing: z.int(),
    /**
     * `prorate`: mean of the answered items times the item count.
     * `proratePerSubscale`: the same within each subscale, each of which needs at least
     * `minAnsweredShare` of its items.
     */
    method: z.enum(['prorate', 'proratePerSubscale']),
    minAnsweredShare: z.number(),
    provenance: Provenance,
    source: z.string(),
  }),
  safetyItems: z.array(SafetyItem),
  /** LOINC codes where known; they travel with exports. */
  loinc: z.object({
    panel: z.nullable(z.string()),
    total: z.nullable(z.string()),
    items: z.array(z.string()),
  }),
  sources: z.array(z.string()),
  cautions: z.array(z.string()),
});
export type Instrument = z.infer<typeof Instrument>;
