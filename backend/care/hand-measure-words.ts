import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import { UpdateLanguage } from '#shared/contracts/update.ts';
import { namesMeasure } from '#shared/forms/check-form.ts';
import { violations } from '#shared/update/forbidden/forbidden.ts';

/** Why the words of a statement may not stand in a note, and the field that holds them. */
export type WordsFault =
  /** It borrows the name of a published measure: its totals would be read by that measure's norms. */
  | { readonly reason: 'namedAfterMeasure' }
  /** An Update says "range" after the label by itself. */
  | { readonly reason: 'labelSaysRange'; readonly said: string }
  /** An Update never says this, in one of its languages. */
  | {
      readonly reason: 'forbidden';
      readonly field: 'name' | 'bands';
      readonly said: string;
      readonly because: string;
    };

/**
 * Holds the name and the labels of bands against all that no Update says, for they are printed in it
 * as stated; the first fault, or null. What stands in quotation marks is the practice's own here too.
 */
export function wordsFault({
  name,
  bands,
}: Pick<HandMeasure, 'name' | 'bands'>): WordsFault | null {
  if (namesMeasure(name)) return { reason: 'namedAfterMeasure' };
  const said = [
    { field: 'name', words: name } as const,
    ...bands.map(({ label }) => ({ field: 'bands', words: label }) as const),
  ];
  for (const { field, words } of said) {
    const [because] = UpdateLanguage.options.flatMap((language) =>
      violations(words.replaceAll('"', ' '), language),
    );
    if (because !== undefined) return { reason: 'forbidden', field, said: words, because };
  }
  const doubled = bands.find(({ label }) => /\brange\b/i.test(label));
  return doubled === undefined ? null : { reason: 'labelSaysRange', said: doubled.label };
}
