import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { ClientId, ConsentId, CoupleId } from './ids.ts';
import { CutOff, ReliableChangeValue } from './thresholds.ts';

/**
 * What was agreed about things that one partner tells the clinician alone. `noSecrets`: they may be
 * brought into the room. `limited`: the clinician decides. `separate`: they stay with that partner.
 * It is recorded and shown; no rule of disclosure is ever widened by it.
 */
export const SecretsPolicy = z.enum(['noSecrets', 'limited', 'separate']);
export type SecretsPolicy = z.infer<typeof SecretsPolicy>;

/** Two clients in therapy as a couple. Ended ones stay on record and show nothing of either to the other. */
export const Couple = z.object({
  coupleId: CoupleId,
  partners: z.tuple([ClientId, ClientId]),
  since: CalendarDate,
  endedAt: z.nullable(Instant),
  secretsPolicy: SecretsPolicy,
  policyAgreedOn: CalendarDate,
});
export type Couple = z.infer<typeof Couple>;

/**
 * One partner's consent that the other sees one measure in the couple's view. It is given by that
 * partner alone, for one measure, and ends by expiry or revocation at once.
 */
export const Consent = z.object({
  consentId: ConsentId,
  coupleId: CoupleId,
  clientId: ClientId,
  /** `Measure.id`. */
  measureId: z.string(),
  givenAt: Instant,
  /** The last day on which it holds. */
  expiresOn: CalendarDate,
  revokedAt: z.nullable(Instant),
});
export type Consent = z.infer<typeof Consent>;

/** A score that may be shown to both. Which answers were blank is not told. */
const ShownScore = z.object({
  on: CalendarDate,
  displayed: z.number(),
  /** Label of the severity band; null where the measure has none. */
  band: z.nullable(z.string()),
  /** True when a blank was filled in by the measure's rule. */
  prorated: z.boolean(),
});
export type ShownScore = z.infer<typeof ShownScore>;

/** Where a partner stands on one measure, against the own baseline only. */
export const PartnerCourse = z.object({
  clientId: ClientId,
  /** The newest score; null where there is none that may be shown. */
  latest: z.nullable(ShownScore),
  /** The own baseline; null where there is nothing to compare it with. */
  baseline: z.nullable(ShownScore),
  /** In displayed points, signed: newest minus baseline. */
  changeSinceBaseline: z.nullable(z.number()),
  /** Against the reliable-change value of the measure. */
  verdict: z.enum(['better', 'worse', 'noChange', 'notJudged']),
  /** Why it is not judged, as on the partner's own chart; null where it is. */
  notJudgedFor: z.nullable(z.enum(['noScore', 'onlyOneScore', 'noThreshold'])),
});
export type PartnerCourse = z.infer<typeof PartnerCourse>;

/**
 * What the couple's view may say of one measure that both agreed to share. Descriptive: a gap says that
 * two scores differ by more than measurement error, never who is right.
 */
export const SharedMeasure = z.object({
  /** `Measure.id`. */
  measureId: z.string(),
  /** `CSI-16`. */
  name: z.string(),
  direction: z.enum(['higherBetter', 'higherWorse']),
  /** Highest possible score. */
  outOf: z.nullable(z.number()),
  /** The one in use; null where the measure has none. */
  cutOff: z.nullable(z.pick(CutOff, { value: true, op: true, meaning: true, provenance: true })),
  /** What change is judged by; null where no value is recommended. */
  threshold: z.nullable(
    z.pick(ReliableChangeValue, { value: true, kind: true, provenance: true, source: true }),
  ),
  partners: z.tuple([PartnerCourse, PartnerCourse]),
  /**
   * Of the newest scores. `untold`: the practice has switched P1 off, no value is recommended, a partner
   * has no score, or the two lie more than 14 days apart (or as the practice has set P1).
   */
  gap: z.discriminatedUnion('is', [
    z.object({
      is: z.literal('untold'),
      because: z.enum(['switchedOff', 'noThreshold', 'noScore', 'apart']),
    }),
    z.object({
      is: z.literal('told'),
      /** Displayed points between the two, never below 0. */
      points: z.number(),
      /** From it on two independent scores differ by more than their measurement error (95 %). */
      threshold: z.number(),
      beyondError: z.boolean(),
      /**
       * Since the first two scores of the present care that can be compared the gap has grown, and the
       * signed gap changed by at least the square root of two times the error. Null before that.
       */
      widening: z.nullable(z.boolean()),
    }),
  ]),
  together: z.enum(['bothBetter', 'bothWorse', 'discordant', 'none']),
});
export type SharedMeasure = z.infer<typeof SharedMeasure>;

/**
 * `off`: shared views are switched off, and it is not said why; the same words stand where no consent
 * was ever given.
 */
export const CoupleView = z.discriminatedUnion('is', [
  z.object({ is: z.literal('off'), coupleId: CoupleId, asOf: Instant }),
  z.object({
    is: z.literal('shared'),
    coupleId: CoupleId,
    asOf: Instant,
    measures: z.array(SharedMeasure),
  }),
]);
export type CoupleView = z.infer<typeof CoupleView>;
