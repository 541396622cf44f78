import type { Instrument } from '../contracts/instrument.ts';
import type { Measure } from '../contracts/measure.ts';
import { instrument } from '../instruments/registry.ts';
import { measure } from '../measures/lookup.ts';

/** Whether a form asks about violence by a partner, so that its very name must not reach the other. */
export function asksAboutViolence({ safetyItems }: Pick<Instrument, 'safetyItems'>): boolean {
  return safetyItems.some(({ kind }) => kind === 'partnerViolence');
}

/**
 * The measure behind an id (`Measure.id`), if partners may agree to share it; else null. Never one of a
 * form that asks about violence by a partner, never a sum of two forms (it would tell of both), and only
 * what has a line over time: no screen, no form given once (ACE), no total brought along, no own form.
 */
export function sharable(measureId: string): Measure | null {
  const found = measure(measureId);
  const form = found === null ? null : instrument(found.instrumentId);
  if (found === null || form === null || !found.trend) return null;
  return form.scoring.method === 'composite' || asksAboutViolence(form) ? null : found;
}

/** Whether a measure is about the relationship itself: those come first wherever partners choose. */
export function isAboutTheCouple({ instrumentId }: Pick<Measure, 'instrumentId'>): boolean {
  return instrument(instrumentId)?.domain === 'couple';
}
