import type { Measure } from '../contracts/measure.ts';
import { instrument } from '../instruments/registry.ts';
import { measuresOf } from './of-instrument.ts';

/**
 * Looks a measure up by `Measure.id`: `phq9`, `dass21.depression`, `phqads`. Among `own` are the
 * measures of the practice's own forms (`form:`) and those entered by hand (`hand:`). Null when it
 * is not known, or not in that version: readings of another version are never judged by this one.
 */
export function measure(id: string, version?: number, own?: readonly Measure[]): Measure | null {
  const found =
    ofInstrument(id) ??
    own?.find(
      (candidate) =>
        candidate.id === id && (version === undefined || candidate.version === version),
    );
  return found === undefined || (version !== undefined && found.version !== version) ? null : found;
}

function ofInstrument(id: string): Measure | undefined {
  const form = instrument(id.split('.', 1)[0] ?? id);
  return form === null ? undefined : measuresOf(form).find((known) => known.id === id);
}
