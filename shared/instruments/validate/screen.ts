import type { Instrument } from '../../contracts/instrument.ts';
import type { ScreenFinding } from '../../contracts/scoring-rule.ts';
import { choicesOf } from '../choices.ts';

/** A screen finds something, from items that are there, and yields nothing that is charted. */
export function screenDefects(measure: Instrument): string[] {
  const { scoring, bands, cutOffs, trend } = measure;
  if (scoring.method !== 'screen') return [];
  const { findings, otherwise } = scoring;
  const ids = [...findings.map(({ id }) => id), otherwise.id];
  const defects = findings.flatMap((finding) => findingDefects(measure, finding));
  if (findings.length === 0) defects.push('a screen has no findings');
  if (new Set(ids).size < ids.length) defects.push('two findings have the same id');
  if (bands.length > 0 || cutOffs.length > 0) {
    defects.push('a screen has no number, and yet there are bands or cut-offs');
  }
  if (trend) defects.push('a screen is charted as change');
  return defects;
}

function findingDefects(measure: Instrument, { id, anyOf, atLeast }: ScreenFinding): string[] {
  return anyOf.flatMap((number) => {
    const item = measure.items.find((one) => one.number === number);
    if (item === undefined) return [`finding ${id} names item ${number}, which does not exist`];
    const reached = choicesOf(measure, item).some(({ value }) => value >= atLeast);
    return reached ? [] : [`no answer to item ${number} reaches finding ${id}`];
  });
}
