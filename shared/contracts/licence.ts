import * as z from 'zod/mini';
import { Provenance } from './provenance.ts';

/** Under which terms a measure may be given to clients, and how well that is known. */
export const Licence = z.object({
  /** `free`: public domain or an explicit "no permission needed". `condition`: free with one. */
  tier: z.enum(['free', 'condition']),
  permission: z.string(),
  /** The words the client must be shown with the measure. */
  attribution: z.string(),
  attributionProvenance: Provenance,
  /**
   * `direct`: a statement for the measure itself was seen. `secondary`: quoted by somebody else.
   * `family`: seen for the instrument's family. `recalled`: not seen.
   */
  evidence: z.enum(['direct', 'secondary', 'family', 'recalled']),
  provenance: Provenance,
  /**
   * `open`: may be sent. `practiceConfirms`: a person of the practice reads the licence and
   * confirms the right first. `locked`: nobody has read the owner's terms; it can't be sent.
   */
  use: z.enum(['open', 'practiceConfirms', 'locked']),
  sources: z.array(z.string()),
});
export type Licence = z.infer<typeof Licence>;
