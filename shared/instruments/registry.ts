import type { Instrument } from '../contracts/instrument.ts';
import { cesd } from './cesd.ts';
import { gad7 } from './gad7.ts';
import { pcl5 } from './pcl5.ts';
import { phq9 } from './phq9.ts';

/** The instruments that can be sent, each in its current version. */
export const INSTRUMENTS: readonly Instrument[] = [phq9, gad7, pcl5, cesd];

/**
 * Looks an instrument up by `Instrument.id`, such as `phq9`. Null when this build does not know
 * it, or when a version is asked for that it does not hold: scores of another version have other
 * thresholds and are never judged by these.
 */
export function instrument(id: string, version?: number): Instrument | null {
  const found = INSTRUMENTS.find((candidate) => candidate.id === id);
  if (found === undefined) return null;
  return version === undefined || found.version === version ? found : null;
}

/** The cut-off that is used where the practice has not chosen another; null when none exists. */
export function defaultCutOff(measure: Instrument): Instrument['cutOffs'][number] | null {
  return measure.cutOffs.find((cutOff) => cutOff.default) ?? null;
}
