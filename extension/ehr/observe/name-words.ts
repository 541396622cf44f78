import { wordsOf } from '#shared/identity/folded-words.ts';

/** How many words tell a name; a status beside it may share one by chance. */
export const ENOUGH_WORDS = 2;

/** How many distinct words two displayed names have in common. */
export function commonWords(one: string, other: string): number {
  const words = new Set(wordsOf(other).flat());
  return [...new Set(wordsOf(one).flat())].filter((word) => words.has(word)).length;
}
