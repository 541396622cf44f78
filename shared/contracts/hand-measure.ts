import * as z from 'zod/mini';
import { SeverityBand } from './thresholds.ts';

/**
 * A measure that the product may not ship, of which a clinician enters the total by hand. All that
 * is known of it is what the practice states.
 */
export const HandMeasure = z.strictObject({
  /** Stable within the practice: `oq45`. */
  id: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/)),
  /** Counts up when range, direction or bands change; readings of two versions are not compared. */
  version: z.int().check(z.positive()),
  /** As a clinician writes it: `OQ-45.2`. */
  name: z.string().check(z.regex(/\S/), z.maxLength(80)),
  direction: z.enum(['higherWorse', 'higherBetter']),
  /** Null where the practice states none. */
  range: z.nullable(z.strictObject({ min: z.number(), max: z.number() })),
  /** Ascending, without overlap, within the range; empty where the practice supplies none. */
  bands: z.array(SeverityBand).check(z.maxLength(12)),
  /** Where the practice has the bands from. */
  bandsSource: z.string().check(z.maxLength(300)),
});
export type HandMeasure = z.infer<typeof HandMeasure>;
