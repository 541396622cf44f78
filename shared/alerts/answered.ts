import type { Instrument } from '../contracts/instrument.ts';
import { measuresOf } from '../measures/of-instrument.ts';
import { compositesWith } from './history/recorded-lines.ts';

/**
 * Everything that alerts are kept under and that is answered with an instrument: itself, its
 * subscales, and the composites that it is a part of.
 */
export function answeredWith(instrument: Instrument): readonly string[] {
  const lines = [instrument, ...compositesWith(instrument)].flatMap(measuresOf);
  return [...new Set([instrument.id, ...lines.map(({ id }) => id)])];
}
