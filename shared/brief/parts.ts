import type { MeasureTrend } from '../contracts/measure-line.ts';
import { measure } from '../measures/lookup.ts';

/** A subscale of a form that has a total: told where there is room, since the total says the most. */
export function isPartOfTotal({ role, instrumentId }: MeasureTrend): boolean {
  return role === 'subscale' && measure(instrumentId) !== null;
}
