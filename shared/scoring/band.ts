import type { Instrument } from '../contracts/instrument.ts';
import type { SeverityBand } from '../contracts/thresholds.ts';

/** What a band is read from: a measure, an instrument, or a subscale with its instrument's note. */
export type Banded = Pick<Instrument, 'bands' | 'bandsProvenance'>;

/**
 * The severity band of a displayed (rounded) score. Null where the measure has none, and where its
 * sources contradict each other: bands that are not settled are shown nowhere.
 */
export function bandOf({ bands, bandsProvenance }: Banded, displayed: number): SeverityBand | null {
  if (bandsProvenance === 'unsettled') return null;
  return bands.find((band) => displayed >= band.min && displayed <= band.max) ?? null;
}
