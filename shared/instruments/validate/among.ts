import type { Instrument } from '../../contracts/instrument.ts';

/** Contradictions between instruments that stand in one catalogue, one sentence each. */
export function defectsAmong(measures: readonly Instrument[]): string[] {
  return [...duplicateDefects(measures), ...measures.flatMap((one) => partDefects(one, measures))];
}

function duplicateDefects(measures: readonly Instrument[]): string[] {
  const ids = measures.map(({ id }) => id);
  const twice = new Set(ids.filter((id, place) => ids.indexOf(id) < place));
  return [...twice].map((id) => `${id} stands in the catalogue more than once`);
}

/** A composite is the sum of totals, so its parts must be there, have one, and make up its range. */
function partDefects({ id, scoring, range }: Instrument, all: readonly Instrument[]): string[] {
  if (scoring.method !== 'composite') return [];
  const parts = scoring.of.map((part) => all.find((one) => one.id === part));
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return [`${id} is made of an instrument that is not there`];
  const summed = known.every((part) => part.scoring.method === 'sum');
  if (!summed) return [`${id} is made of an instrument without a total`];
  const max = known.reduce((sum, part) => sum + (part.range?.max ?? 0), 0);
  const min = known.reduce((sum, part) => sum + (part.range?.min ?? 0), 0);
  const fits = range?.min === min && range.max === max;
  return fits ? [] : [`the range of ${id} is not what its parts add up to`];
}
