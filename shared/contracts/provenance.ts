import * as z from 'zod/mini';

/**
 * How far a stated fact can be relied on.
 * `seen`: read in the named source. `recalled`: to be verified in the paper before it is relied
 * on, and shown with that label. `proposal`: our own design, not a published rule. `unsettled`:
 * sources contradict each other; kept so that it can be settled, never applied.
 */
export const Provenance = z.enum(['seen', 'recalled', 'proposal', 'unsettled']);
export type Provenance = z.infer<typeof Provenance>;
