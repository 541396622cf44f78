import * as z from 'zod/mini';
import { NoteSection } from './reading.ts';
import { UpdateLanguage, UpdateShape } from './update.ts';

/** Longest name and text of a phrase, in UTF-16 code units. */
export const MAX_PHRASE_NAME = 80;
export const MAX_PHRASE_TEXT = 600;

/** Most phrases that a practice has in use. */
export const MAX_PHRASES = 100;

/**
 * A practice's own sentence with named slots: `{measure} was {score} on {date}.` Checked when it is
 * saved: every slot is known, and nothing forbidden stands in the words around them. It is added to
 * the text of charts and supervisors, never to a letter.
 */
export const PhraseTemplate = z.object({
  id: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(MAX_PHRASE_NAME)),
  text: z.string().check(z.minLength(1), z.maxLength(MAX_PHRASE_TEXT)),
  /** Once for each measure, or once for the whole text. */
  per: z.enum(['measure', 'update']),
  /** Only in texts of this language. */
  language: UpdateLanguage,
  shapes: z.array(UpdateShape).check(z.minLength(1)),
  /** Where it stands, in every one of the shapes. */
  section: NoteSection,
});
export type PhraseTemplate = z.infer<typeof PhraseTemplate>;

/**
 * Why a phrase is not saved. `unbalancedBrace`: a brace opens or closes nothing, at this place.
 * `unknownSlot`: no such slot, or not one of a phrase for the whole text. `forbidden`: it would say
 * what no Update says. `markup`: an editor would take it as a list, a link or bold type. `number`: a
 * number that no answer stands behind; numbers come from slots. `sectionNotInShape`: one of the
 * shapes has no such section.
 */
export type PhraseFault =
  | { readonly reason: 'empty' }
  | { readonly reason: 'tooLong'; readonly most: number }
  | { readonly reason: 'unbalancedBrace'; readonly at: number }
  | { readonly reason: 'unknownSlot'; readonly slot: string }
  | { readonly reason: 'forbidden'; readonly because: string }
  | { readonly reason: 'markup'; readonly because: string }
  | { readonly reason: 'number'; readonly number: string }
  | { readonly reason: 'sectionNotInShape'; readonly shape: UpdateShape };
