import type { Plot, Words } from '../instructions.ts';

/** Units that a letter of the font of ten takes, on the wide side of what system fonts need. */
const LETTER = 5.6;

/** Height of a line of words. */
export const LINE = 11;

/** Units that words need. */
export function widthOf(words: string): number {
  return words.length * LETTER;
}

/** The words, or as many as fit into the room with an ellipsis; empty when hardly one does. */
export function shortened(words: string, room: number): string {
  if (widthOf(words) <= room) return words;
  const letters = Math.floor(room / LETTER) - 1;
  return letters < 3 ? '' : `${words.slice(0, letters).trimEnd()}…`;
}

/** The area that placed words cover; `y` of words is their base line. */
export function boxOf({ x, y, words, anchor }: Words): Plot {
  const width = widthOf(words);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LINE + 2, bottom: y + 2 };
}

/** Whether two areas share more than an edge, or lie closer than `gap` beside each other. */
export function overlap(one: Plot, other: Plot, gap = 0): boolean {
  return (
    one.left < other.right + gap &&
    other.left < one.right + gap &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
