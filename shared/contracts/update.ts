import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { NoteSection } from './reading.ts';

/** The form the Clinical Update takes; all but the narrative are split by note section. */
export const UpdateShape = z.enum(['narrative', 'soap', 'dap', 'birp']);
export type UpdateShape = z.infer<typeof UpdateShape>;

/**
 * Whom the text is for. `chart`: the note. `supervisor`: the chart's content without identifiers,
 * open alerts first. `clientLetter`: plain words, without alerts and without thresholds.
 */
export const UpdateAudience = z.enum(['chart', 'supervisor', 'clientLetter']);
export type UpdateAudience = z.infer<typeof UpdateAudience>;

/** `line`: one sentence. `standard`: 80 to 150 words where there is enough to say. `full`: all. */
export const UpdateLength = z.enum(['line', 'standard', 'full']);
export type UpdateLength = z.infer<typeof UpdateLength>;

/** The language of the text; instruments keep the names they have in it. */
export const UpdateLanguage = z.enum(['en', 'es']);
export type UpdateLanguage = z.infer<typeof UpdateLanguage>;

/** What is asked of the composer. The same brief and the same request give the same text. */
export const UpdateRequest = z.object({
  shape: UpdateShape,
  audience: UpdateAudience,
  length: UpdateLength,
  language: UpdateLanguage,
  /**
   * The day of the session being documented: what came later is listed apart and judged nowhere.
   * Null for "as of now", which reports what came since the clinician last looked.
   */
  sessionOn: z.nullable(CalendarDate),
  /** Adds the line that supports billing of brief assessments (CPT 96127). */
  assessmentLine: z.boolean(),
});
export type UpdateRequest = z.infer<typeof UpdateRequest>;

/** One part of an Update, with the note section that it belongs in. */
export const UpdateSection = z.object({
  section: NoteSection,
  /** `Subjective`; empty for the narrative shape. */
  heading: z.string(),
  text: z.string(),
});
export type UpdateSection = z.infer<typeof UpdateSection>;

/**
 * A composed Clinical Update: plain text, past tense, without diagnosis words, causal claims or
 * statements of safety.
 */
export const ClinicalUpdate = z.object({
  shape: UpdateShape,
  audience: UpdateAudience,
  length: UpdateLength,
  language: UpdateLanguage,
  /** `Brief.asOf` it was composed from. */
  asOf: Instant,
  sections: z.array(UpdateSection).check(z.minLength(1)),
  /** All sections in one text, for a note with a single field. Ends with the provenance line. */
  text: z.string().check(z.minLength(1)),
  words: z.int(),
});
export type ClinicalUpdate = z.infer<typeof ClinicalUpdate>;
