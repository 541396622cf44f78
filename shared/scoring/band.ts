import type { Instrument, SeverityBand } from '../contracts/instrument.ts';

/** The severity band of a displayed (rounded) score; null where the instrument has none. */
export function bandOf(instrument: Instrument, displayed: number): SeverityBand | null {
  return instrument.bands.find((band) => displayed >= band.min && displayed <= band.max) ?? null;
}
