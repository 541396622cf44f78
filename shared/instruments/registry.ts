// By this name, because the extension puts another module in its place: see README.
import { CATALOGUE } from '#shared/instruments/catalogue.ts';
import type { Instrument } from '../contracts/instrument.ts';

/**
 * Every measure that is held as data, in its current version: those that may be sent, those that
 * wait for a person to confirm the licence, and those whose wording is not at hand. Whether one may
 * be sent says `sendability`.
 */
export const INSTRUMENTS: readonly Instrument[] = CATALOGUE;

/**
 * Looks an instrument up by `Instrument.id`, such as `phq9`. Null when this build does not know
 * it, or when a version is asked for that it does not hold: scores of another version have other
 * thresholds and are never judged by these.
 */
export function instrument(id: string, version?: number): Instrument | null {
  const found = INSTRUMENTS.find((measure) => measure.id === id);
  if (found === undefined) return null;
  return version === undefined || found.version === version ? found : null;
}

/**
 * The cut-off of the total that is used where the practice has not chosen another; null when none
 * exists. Never one that was set for a group, for a subscale or for a count of items: those are
 * shown and applied to nothing.
 */
export function defaultCutOff(
  measure: Pick<Instrument, 'cutOffs'>,
): Instrument['cutOffs'][number] | null {
  return measure.cutOffs.find((cutOff) => cutOff.default && isOfTotal(cutOff)) ?? null;
}

function isOfTotal({ group, countFrom, subscale }: Instrument['cutOffs'][number]): boolean {
  return group === undefined && countFrom === undefined && subscale === undefined;
}
