import type { HandMeasure } from '#shared/contracts/hand-measure.ts';

/** Neighbouring totals are taken to be 1 apart. */
const STEP = 1;

/**
 * The totals within the stated range that no band holds, a sentence for each stretch: `From 64 to 69
 * no band is stated.` Empty where no bands are stated at all. A practice may know of a part only.
 */
export function gapsInWords({ range, bands }: Pick<HandMeasure, 'range' | 'bands'>): string[] {
  const [first] = bands;
  const last = bands.at(-1);
  if (first === undefined || last === undefined) return [];
  const starts = [...(range === null ? [] : [range.min]), ...bands.map(({ max }) => max + STEP)];
  const ends = [
    ...(range === null ? [] : [first.min - STEP]),
    ...bands.slice(1).map(({ min }) => min - STEP),
    ...(range === null ? [] : [range.max]),
  ];
  return ends.flatMap((end, index) => {
    const start = starts[index];
    return start === undefined || start > end ? [] : [gapInWords(start, end)];
  });
}

function gapInWords(start: number, end: number): string {
  return start === end
    ? `At ${start} no band is stated.`
    : `From ${start} to ${end} no band is stated.`;
}
