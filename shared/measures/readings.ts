import type { Instrument } from '../contracts/instrument.ts';
import type { Subscale } from '../contracts/items.ts';
import type { MeasureReading } from '../contracts/measure.ts';
import type { LineResponse, Score } from '../contracts/response.ts';
import { bandOf } from '../scoring/band.ts';
import { displayedScore } from '../scoring/rounding.ts';
import { subscaleMeasureId } from './of-instrument.ts';

/**
 * What one response gives for the measures of its instrument: the total, and each subscale that
 * could be scored. Nothing for a screen and for what can't be scored. Composites rest on more than
 * one response ({@link compositeReadings}).
 *
 * Throws when the instrument is another one, or another version, than was answered: its bands would
 * be the wrong ones.
 */
export function readingsOf(response: LineResponse, instrument: Instrument): MeasureReading[] {
  const { instrumentId, instrumentVersion, score } = response;
  if (instrumentId !== instrument.id || instrumentVersion !== instrument.version) {
    throw new TypeError(`a response to ${instrumentId} is read by ${instrument.id}`);
  }
  const parts = partReadings(score, instrument);
  if (score.status !== 'scored') return parts;
  const { total, displayed, band, prorated } = score;
  return [{ measureId: instrument.id, total, displayed, band, prorated }, ...parts];
}

function partReadings(score: Score, instrument: Instrument): MeasureReading[] {
  if (score.status !== 'scored' && score.status !== 'profile') return [];
  const totals = new Map(score.subscales.map(({ id, total }) => [id, total]));
  const blank = new Set(score.missingItems);
  return instrument.subscales.flatMap((subscale) => {
    const total = totals.get(subscale.id);
    return total === undefined ? [] : [partReading(instrument, subscale, total, blank)];
  });
}

function partReading(
  { id, bandsProvenance }: Instrument,
  subscale: Subscale,
  total: number,
  blank: ReadonlySet<number>,
): MeasureReading {
  const displayed = displayedScore(total, subscale.method);
  return {
    measureId: subscaleMeasureId(id, subscale.id),
    total,
    displayed,
    band: bandOf({ bands: subscale.bands, bandsProvenance }, displayed)?.label ?? null,
    prorated: subscale.items.some((item) => blank.has(item)),
  };
}
