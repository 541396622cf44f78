import type { Plot, Size, Words } from '../instructions.ts';
import { LINE, shortened } from '../lay/words.ts';
import type { ComparedLine } from './instructions.ts';

/** Units between the plot and the edge or the names beside it. */
export const BESIDE = 8;

/** Names beside the newest marks, pushed apart until no two overlap. */
export function withEnds(
  lines: readonly Omit<ComparedLine, 'end'>[],
  plot: Plot,
  { width }: Size,
): ComparedLine[] {
  const byHeight = lines.toSorted((one, other) => endY(one) - endY(other));
  const heightsTaken: number[] = [];
  for (const [place, line] of byHeight.entries()) {
    const above = heightsTaken[place - 1] ?? Number.NEGATIVE_INFINITY;
    const below = (byHeight.length - 1 - place) * LINE;
    heightsTaken.push(Math.max(above + LINE, Math.min(endY(line), plot.bottom - below)));
  }
  const x = plot.right + BESIDE / 2;
  const ends = new Map(
    byHeight.map((line, place): [string, Words] => [
      line.key,
      {
        words: shortened(line.name, width - x),
        x,
        y: (heightsTaken[place] ?? plot.bottom) + 3,
        anchor: 'start',
      },
    ]),
  );
  return lines.flatMap((line) => {
    const end = ends.get(line.key);
    return end === undefined ? [] : [{ ...line, end }];
  });
}

function endY({ marks }: Pick<ComparedLine, 'marks'>): number {
  return marks.at(-1)?.y ?? 0;
}
