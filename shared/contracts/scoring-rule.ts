import * as z from 'zod/mini';
import { Provenance } from './provenance.ts';

/** What a screen finds when any of some items is positive. The first finding that holds counts. */
export const ScreenFinding = z.object({
  /** Stable name: `high`. */
  id: z.string(),
  /** As the owner words it: `high risk`. */
  label: z.string(),
  anyOf: z.array(z.int()).check(z.minLength(1)),
  /** An answer of at least this value counts. */
  atLeast: z.int(),
  /** A blank counts as well, pending review. */
  orBlank: z.boolean(),
  /** The urgency of the alert that it raises. */
  tier: z.enum(['emergency', 'urgent', 'review']),
  provenance: Provenance,
  source: z.string(),
});
export type ScreenFinding = z.infer<typeof ScreenFinding>;

/** How answers become a score. */
export const ScoringRule = z.discriminatedUnion('method', [
  /** Sum of the points of all scored items. */
  z.object({ method: z.literal('sum') }),
  /** Mean of the points of all scored items. */
  z.object({ method: z.literal('mean') }),
  /** No total: every subscale stands for itself. */
  z.object({ method: z.literal('subscales') }),
  /** No number at all: the first finding that holds, or `otherwise`. */
  z.object({
    method: z.literal('screen'),
    findings: z.array(ScreenFinding).check(z.minLength(1)),
    otherwise: z.object({ id: z.string(), label: z.string() }),
  }),
  /** The sum of the totals of other instruments answered together. */
  z.object({
    method: z.literal('composite'),
    of: z.array(z.string()).check(z.minLength(2)),
    /** Answers to the parts at most so many days apart belong together. */
    withinDays: z.int(),
  }),
]);
export type ScoringRule = z.infer<typeof ScoringRule>;
