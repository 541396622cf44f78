/**
 * How an Update's closing line begins, by the language of the text. The texts are composed with it, and
 * by it our own block is found again in a note.
 */
export const CLOSING_WORDS = {
  english: 'Throughline, as of ',
  spanish: 'Throughline, con datos del ',
} as const;

/** `20 Nov 2026, 6:58 pm` and `19 nov 2026, 18:58`: nothing else that a person wrote fits. */
const MOMENT = String.raw`\d{1,2} \p{L}{3,10} \d{4}, \d{1,2}:\d{2}(?: [ap]m)?`;
const CLOSING_LINE = new RegExp(`(?:${Object.values(CLOSING_WORDS).join('|')})${MOMENT}`, 'gu');

/**
 * The closing lines of Updates in a text, in its order, each without the period and without anything
 * that stands around it.
 */
export function closingLinesIn(text: string): string[] {
  return text.match(CLOSING_LINE) ?? [];
}
