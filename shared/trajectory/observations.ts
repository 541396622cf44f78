import type { ResponseId } from '../contracts/ids.ts';
import type { DatedReading } from '../contracts/measure.ts';
import type { Observation } from '../contracts/observation.ts';

/**
 * The readings of one measure as observations. A composite goes by its newest response. `corrections`
 * leads from a correcting response to the one it corrects; it is empty where nothing was corrected.
 */
export function observationsOf(
  readings: readonly DatedReading[],
  corrections: ReadonlyMap<ResponseId, ResponseId>,
): Observation[] {
  return readings.flatMap(({ responseIds, on, submittedAt, version, total, displayed, band }) => {
    const responseId = responseIds.at(-1);
    if (responseId === undefined) return [];
    const corrects = corrections.get(responseId) ?? null;
    return [{ responseId, on, submittedAt, version, corrects, total, displayed, band }];
  });
}
