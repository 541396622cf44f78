import * as z from 'zod/mini';
import { Instant } from './calendar.ts';
import { NoteSection } from './reading.ts';

/** The form the Clinical Update takes. */
export const UpdateShape = z.enum(['narrative', 'soap']);
export type UpdateShape = z.infer<typeof UpdateShape>;

/** One part of an Update, with the note section that it belongs in. */
export const UpdateSection = z.object({
  section: NoteSection,
  /** `Subjective`; empty for the narrative shape. */
  heading: z.string(),
  text: z.string(),
});
export type UpdateSection = z.infer<typeof UpdateSection>;

/**
 * A composed Clinical Update: plain text, past tense, 80 to 150 words where there is enough to
 * say, without diagnosis words, causal claims or statements of safety.
 */
export const ClinicalUpdate = z.object({
  shape: UpdateShape,
  /** `Brief.asOf` it was composed from. */
  asOf: Instant,
  sections: z.array(UpdateSection).check(z.minLength(1)),
  /** All sections in one text, for a note with a single field. Ends with the provenance line. */
  text: z.string().check(z.minLength(1)),
  words: z.int(),
});
export type ClinicalUpdate = z.infer<typeof ClinicalUpdate>;
