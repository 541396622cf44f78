import type { Instrument } from '../../contracts/instrument.ts';
import type { CutOff } from '../../contracts/thresholds.ts';
import { scaleOf } from './scales.ts';

/** Cut-offs divide their scale, on the right side, and at most one of them is in use. */
export function cutOffDefects(measure: Instrument): string[] {
  const { cutOffs, unsettled } = measure;
  const defaults = cutOffs.filter((cutOff) => cutOff.default);
  const ofTotal = cutOffs.filter(isOfTotal);
  const defects = cutOffs.flatMap((cutOff) => oneDefects(measure, cutOff));
  if (defaults.length > 1) defects.push('more than one cut-off is the default');
  if (!defaults.every(isOfTotal)) {
    defects.push('the default cut-off is for a group, a subscale or a count');
  }
  if (defaults.some(({ provenance }) => provenance === 'unsettled')) {
    defects.push('the default cut-off is unsettled');
  }
  if (ofTotal.length > 0 && defaults.length === 0 && unsettled.length === 0) {
    defects.push('no cut-off is the default, and nothing says why');
  }
  return defects;
}

function isOfTotal({ group, countFrom, subscale }: CutOff): boolean {
  return group === undefined && countFrom === undefined && subscale === undefined;
}

function oneDefects(measure: Instrument, cutOff: CutOff): string[] {
  const { value, op, source } = cutOff;
  const worse = measure.direction === 'higherWorse' ? ['>=', '>'] : ['<=', '<'];
  return [
    ...(divides(measure, cutOff) ? [] : [`cut-off ${value} is out of range`]),
    ...(worse.includes(op) ? [] : [`cut-off ${value} puts the clinical range on the good side`]),
    ...(source === '' ? [`cut-off ${value} names no source`] : []),
  ];
}

/** Whether some scores lie on either side. */
function divides(measure: Instrument, { value, op, countFrom, subscale }: CutOff): boolean {
  const counted = { min: 0, max: measure.itemCount };
  const scale = countFrom === undefined ? scaleOf(measure, subscale) : counted;
  if (scale === null) return false;
  const { min, max } = scale;
  const belongsAbove = op === '>=' || op === '<';
  return belongsAbove ? value > min && value <= max : value >= min && value < max;
}
