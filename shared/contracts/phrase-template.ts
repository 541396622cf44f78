import * as z from 'zod/mini';
import { NoteSection } from './reading.ts';
import { UpdateShape } from './update.ts';

/**
 * A practice's own sentence with named slots: `{measure} was {score} on {date}.` Checked when it is
 * saved: every slot is known, and nothing forbidden stands in the words around them.
 */
export const PhraseTemplate = z.object({
  id: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  text: z.string().check(z.minLength(1), z.maxLength(600)),
  /** Once for each measure, or once for the whole text. */
  per: z.enum(['measure', 'update']),
  shapes: z.array(UpdateShape).check(z.minLength(1)),
  section: NoteSection,
});
export type PhraseTemplate = z.infer<typeof PhraseTemplate>;
