import { ok, type Result, refuse } from '../contracts/result.ts';
import { type ChangeIndex, changeIndex, TWO_SIDED_95 } from './change-index.ts';

/** Fewest measurements of a client at which the method gives a slope. */
const FEWEST = 3;

/** What a mixed model of a group (score ~ time + (time | client)) says of one client. */
export interface SlopeDeviation {
  /** The client's empirical-Bayes slope minus the group's mean slope, in points per unit of time. */
  readonly deviation: number;
  /** Conditional standard deviation of that deviation, in the same unit. Above 0. */
  readonly conditionalSd: number;
  /** How many measurements of the client the model saw. */
  readonly measurements: number;
}

/**
 * Hierarchical linear model: deviation / conditional SD, reliable beyond 1.96 (Speer & Greenbaum
 * 1995, as compared by Bauer 2004). The model itself needs a group and is not fitted here. The index
 * says how a client differs from the group's mean slope, so one who improves, only less than the
 * group, reads as deteriorated: it is for a group's table and never for one client's card.
 */
export function hierarchicalIndex({
  deviation,
  conditionalSd,
  measurements,
}: SlopeDeviation): Result<ChangeIndex, 'tooFewMeasurements' | 'sdNotPositive'> {
  if (!(measurements >= FEWEST)) return refuse('tooFewMeasurements');
  if (!(conditionalSd > 0) || !Number.isFinite(conditionalSd)) return refuse('sdNotPositive');
  return ok(changeIndex(deviation / conditionalSd, TWO_SIDED_95));
}
