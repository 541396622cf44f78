import * as z from 'zod/mini';
import { AnswerOption, Item, SafetyItem, Subscale } from './items.ts';
import { Licence } from './licence.ts';
import { Provenance } from './provenance.ts';
import { ScoringRule } from './scoring-rule.ts';
import {
  CutOff,
  MinimallyImportantDifference,
  NonResponseCut,
  OutcomeDefinition,
  ReliableChangeValue,
  SeverityBand,
} from './thresholds.ts';

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
  licence: Licence,
  /** `absent`: facts only; the measure can't be sent until the owner's form is at hand. */
  wording: z.enum(['given', 'absent', 'derived']),
  /** Where the wording was compared letter by letter. */
  wordingSources: z.array(z.string()),
  /** Number of items as its owner counts them (without a gate), also where the wording is absent. */
  itemCount: z.int(),
  /** Printed above all items; empty where each item has its own, or none. */
  stem: z.string(),
  /** In printed order; empty where the wording is absent or the score is derived. */
  items: z.array(Item),
  /** The choices of every item that has none of its own. */
  options: z.array(AnswerOption),
  recall: z.object({
    /** As the instrument says it: `2 weeks`. */
    label: z.string(),
    /** Length in days; administrations closer together overlap. Null for "in general". */
    days: z.nullable(z.int()),
  }),
  scoring: ScoringRule,
  /** Possible range of the total, or of each subscale where there is no total; null for a screen. */
  range: z.nullable(z.object({ min: z.number(), max: z.number() })),
  direction: z.enum(['higherWorse', 'higherBetter']),
  /** Items scored as (highest + lowest option value - answer). Answers are kept as given. */
  reverseItems: z.array(z.int()),
  subscales: z.array(Subscale),
  bands: z.array(SeverityBand),
  /**
   * Of the bands of the total and of the subscales. `unsettled` bands are kept as data and shown
   * nowhere; it is said as well where there are none.
   */
  bandsProvenance: Provenance,
  bandsSource: z.string(),
  cutOffs: z.array(CutOff),
  /** The value in use; null where no source recommends one, and then no change is judged. */
  reliableChange: z.nullable(ReliableChangeValue),
  /** Other values in circulation, shown on demand beside the one in use. */
  otherReliableChange: z.array(ReliableChangeValue),
  minimallyImportant: z.array(MinimallyImportantDifference),
  /** Null where none is published. */
  outcome: z.nullable(OutcomeDefinition),
  nonResponse: z.array(NonResponseCut),
  missing: z.object({
    /**
     * More unanswered items than this, of all that count: there is no total. It binds nothing where
     * every subscale stands for itself; `minAnsweredShare` does.
     */
    maxMissing: z.int(),
    /**
     * `none`: no score unless all are answered. `prorate`: mean of the answered items times the
     * item count. `proratePerSubscale`: the same within each subscale, each of which needs at least
     * `minAnsweredShare` of its items. `blankCountsZero`: as its owner's practice has it, for
     * measures without a safety item only.
     */
    method: z.enum(['none', 'prorate', 'proratePerSubscale', 'blankCountsZero']),
    minAnsweredShare: z.number(),
    provenance: Provenance,
    source: z.string(),
  }),
  safetyItems: z.array(SafetyItem),
  /** False for screens and one-time measures: they are never charted as change. */
  trend: z.boolean(),
  /** LOINC codes where known; they travel with exports. */
  loinc: z.object({
    panel: z.nullable(z.string()),
    total: z.nullable(z.string()),
    items: z.array(z.string()),
  }),
  sources: z.array(z.string()),
  cautions: z.array(z.string()),
  /** What has to be settled before it is relied on. */
  unsettled: z.array(z.string()),
});
export type Instrument = z.infer<typeof Instrument>;
