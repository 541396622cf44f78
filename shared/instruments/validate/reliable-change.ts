import type { Instrument } from '../../contracts/instrument.ts';
import type { ReliableChangeValue } from '../../contracts/thresholds.ts';
import { scaleOf } from './scales.ts';

/** Two-sided 95 % of the standard normal distribution. */
const Z = 1.959963985;

/** Reliable-change values fit their scale, and those that were computed follow from their inputs. */
export function reliableChangeDefects(measure: Instrument): string[] {
  const values = [measure.reliableChange, ...measure.otherReliableChange].filter(
    (value) => value !== null,
  );
  return values.flatMap((value) => valueDefects(measure, value));
}

function valueDefects(measure: Instrument, change: ReliableChangeValue): string[] {
  const { value, kind, sd, reliability, source, subscale } = change;
  const defects: string[] = [];
  const scale = scaleOf(measure, subscale);
  if (scale === null || value > scale.max - scale.min) {
    defects.push(`reliable change ${value} is larger than the range`);
  }
  if (sd !== null && sd <= 0) defects.push(`reliable change ${value} has no positive SD`);
  if (reliability !== null && (reliability <= 0 || reliability >= 1)) {
    defects.push(`the reliability of reliable change ${value} is not between 0 and 1`);
  }
  if (source === '') defects.push(`reliable change ${value} names no source`);
  if (kind === 'computed' && value !== computed(change, Math.max(scale?.step ?? 1, 1))) {
    defects.push(`reliable change ${value} does not follow from its SD and reliability`);
  }
  return defects;
}

/**
 * Jacobson & Truax 1991: the smallest change in steps of the scale that is strictly greater than
 * z × √2 × SD × √(1 - reliability). Null where one of the two is not stated.
 */
function computed({ sd, reliability }: ReliableChangeValue, step: number): number | null {
  if (sd === null || reliability === null) return null;
  const points = Z * Math.SQRT2 * sd * Math.sqrt(1 - reliability);
  return (Math.floor(points / step) + 1) * step;
}
