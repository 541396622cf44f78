import * as z from 'zod/mini';
import type { WantedPhrase } from '#backend/care/phrase-care.ts';
import type { PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import { NoteSection } from '#shared/contracts/reading.ts';
import { UpdateLanguage, UpdateShape } from '#shared/contracts/update.ts';

/** A ticked box. */
const Tick = z.optional(z.literal('on'));

/** What somebody typed into the page of one phrase. A shape is a box of its own. */
export const PhraseForm = z.strictObject({
  /** `PhraseTemplate.id` of the phrase that is changed; empty for a new one. */
  phrase: z.union([z.uuid(), z.literal('')]),
  name: z.string().check(z.maxLength(400)),
  text: z.string().check(z.maxLength(3000)),
  per: z.enum(['measure', 'update']),
  language: UpdateLanguage,
  section: NoteSection,
  narrative: Tick,
  soap: Tick,
  dap: Tick,
  birp: Tick,
  do: z.enum(['save', 'preview']),
});
export type PhraseForm = z.infer<typeof PhraseForm>;

/** The page of a phrase that is not there yet. */
export const NOTHING_TYPED: PhraseForm = {
  phrase: '',
  name: '',
  text: '',
  per: 'measure',
  language: 'en',
  section: 'whole',
  narrative: 'on',
  do: 'preview',
};

/** A phrase as the page shows it, to be changed. */
export function typedOf({ id, shapes, ...phrase }: PhraseTemplate): PhraseForm {
  const ticked = Object.fromEntries(shapes.map((shape) => [shape, 'on' as const]));
  return { ...phrase, phrase: id, do: 'preview', ...ticked };
}

/** What was typed as a phrase, unchecked. */
export function wantedOf(typed: PhraseForm): WantedPhrase {
  const { phrase: replaces, name, text, per, language, section } = typed;
  return {
    replaces: replaces === '' ? null : replaces,
    phrase: {
      name: name.trim(),
      text: text.trim().replaceAll(/\s+/g, ' '),
      per,
      language,
      section,
      shapes: UpdateShape.options.filter((shape) => typed[shape] === 'on'),
    },
  };
}
