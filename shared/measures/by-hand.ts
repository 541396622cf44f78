import type { HandMeasure } from '../contracts/hand-measure.ts';
import type { Measure, MeasureReading } from '../contracts/measure.ts';
import { ok, type Result, refuse } from '../contracts/result.ts';
import type { SeverityBand } from '../contracts/thresholds.ts';
import { bandOf } from '../scoring/band.ts';
import { withoutNorms } from './own.ts';

/** Totals that are brought along may have decimals; neighbouring ones are taken to be 1 apart. */
const STEP = 1;

/** Why a measure entered by hand can't be kept. */
export type HandFault =
  /** The lowest score is not below the highest. */
  | 'rangeBackwards'
  /** A band ends before it begins, overlaps the one before, or lies outside the range. */
  | 'bandsDoNotFit'
  /** Bands are stated without saying where they come from. */
  | 'bandsWithoutSource';

/** What lines and counts know a measure by of which totals are entered by hand: `hand:<id>`. */
export function handKey(id: HandMeasure['id']): string {
  return `hand:${id}`;
}

/** A measure of which totals are entered by hand, `hand:<id>`, with the practice's bands alone. */
export function measureByHand(stated: HandMeasure): Result<Measure, HandFault> {
  const fault = faultOf(stated);
  if (fault !== null) return refuse(fault);
  const id = handKey(stated.id);
  const { version, name, direction, range, bands, bandsSource } = stated;
  const own = { id, instrumentId: id, version, direction, range, shortTitle: name, title: name };
  return ok(withoutNorms({ ...own, step: STEP }, bands, bandsSource));
}

/** A total that the clinician brought along, as entered; it has to lie on the stated scale. */
export function readingByHand(
  measure: Measure,
  total: number,
): Result<MeasureReading, 'notANumber' | 'outOfRange'> {
  if (!Number.isFinite(total)) return refuse('notANumber');
  const { id, range } = measure;
  if (range !== null && (total < range.min || total > range.max)) return refuse('outOfRange');
  const band = bandOf(measure, total)?.label ?? null;
  return ok({ measureId: id, total, displayed: total, band, prorated: false });
}

function faultOf({ range, bands, bandsSource }: HandMeasure): HandFault | null {
  if (range !== null && range.min >= range.max) return 'rangeBackwards';
  if (bands.length > 0 && bandsSource.trim() === '') return 'bandsWithoutSource';
  const fits = (band: SeverityBand, before: SeverityBand | undefined) =>
    band.min <= band.max &&
    (before === undefined || before.max < band.min) &&
    (range === null || (band.min >= range.min && band.max <= range.max));
  return bands.every((band, index) => fits(band, bands[index - 1])) ? null : 'bandsDoNotFit';
}
