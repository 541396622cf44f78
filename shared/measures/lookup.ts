import type { Measure } from '../contracts/measure.ts';
import { instrument } from '../instruments/registry.ts';
import { measuresOf } from './of-instrument.ts';

/**
 * Looks a measure up by `Measure.id`: `phq9`, `dass21.depression`, `phqads`. Among `own`, the
 * practice's own forms and measures entered by hand, are those that begin with `form:` or `hand:`.
 * Null when it is not known, or not in that version.
 */
export function measure(
  id: string,
  version?: number,
  own: readonly Measure[] = [],
): Measure | null {
  const known = isOwn(id) ? own : measuresOfInstrument(id, version);
  return (
    known.find(
      (candidate) =>
        candidate.id === id && (version === undefined || candidate.version === version),
    ) ?? null
  );
}

function measuresOfInstrument(id: string, version: number | undefined): readonly Measure[] {
  const [instrumentId = ''] = id.split('.');
  const found = instrument(instrumentId, version);
  return found === null ? [] : measuresOf(found);
}

function isOwn(id: string): boolean {
  return id.startsWith('form:') || id.startsWith('hand:');
}
