import type { Instrument } from '../../contracts/instrument.ts';

/** The missing-item rule gives a score from answers only, and never makes a blank look safe. */
export function missingRuleDefects(measure: Instrument): string[] {
  const { maxMissing, minAnsweredShare, method, source } = measure.missing;
  const defects: string[] = [];
  if (maxMissing < 0 || maxMissing >= measure.itemCount) {
    defects.push('the missing-item rule allows a score from nothing');
  }
  if (minAnsweredShare <= 0 || minAnsweredShare > 1) {
    defects.push('the share of answered items is not between 0 and 1');
  }
  if (method === 'none' && (maxMissing > 0 || minAnsweredShare < 1)) {
    defects.push('items may be missing, but nothing says how they are filled in');
  }
  if (method === 'proratePerSubscale' && !isPartition(measure)) {
    defects.push('items are not divided among the subscales, so these do not add up to the total');
  }
  if (method === 'prorate' && Math.abs(agreedShare(measure) - minAnsweredShare) > 1e-9) {
    defects.push('the number that may be missing and the share that is needed disagree');
  }
  if (method === 'blankCountsZero' && measure.safetyItems.length > 0) {
    defects.push('a blank counts 0, though a safety item may be blank');
  }
  if (source === '') defects.push('the missing-item rule names no source');
  return defects;
}

function agreedShare({ itemCount, missing }: Instrument): number {
  return (itemCount - missing.maxMissing) / itemCount;
}

/** Whether every scored item belongs to exactly one subscale. */
function isPartition({ items, subscales }: Instrument): boolean {
  const scored = items.filter((item) => item.scored !== false).length;
  const members = subscales.flatMap((subscale) => subscale.items);
  return new Set(members).size === members.length && members.length === scored;
}
