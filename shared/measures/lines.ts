import type { DatedReading } from '../contracts/measure.ts';
import type { ScoredResponse } from '../contracts/response.ts';
import { INSTRUMENTS, instrument } from '../instruments/registry.ts';
import { bySubmission } from '../trajectory/order.ts';
import { compositeReadings } from './composite.ts';
import { readingsOf } from './readings.ts';

/**
 * Every reading of a client's responses by `Measure.id`, oldest first: totals, subscales, and the
 * composites that they complete. Responses to a version that this build doesn't hold give none.
 * Versions stand on one line here; `DatedReading.version` tells them apart.
 */
export function linesOf(
  responses: readonly ScoredResponse[],
): ReadonlyMap<string, readonly DatedReading[]> {
  const single = responses.toSorted(bySubmission).flatMap(datedReadings);
  const composites = INSTRUMENTS.flatMap((composite) =>
    compositeReadings(composite, INSTRUMENTS, responses),
  );
  return Map.groupBy([...single, ...composites], ({ measureId }) => measureId);
}

function datedReadings(response: ScoredResponse): DatedReading[] {
  const { responseId, instrumentId, instrumentVersion, answeredOn, submittedAt } = response;
  const known = instrument(instrumentId, instrumentVersion);
  if (known === null) return [];
  return readingsOf(response, known).map((reading) => ({
    ...reading,
    version: instrumentVersion,
    responseIds: [responseId],
    on: answeredOn,
    submittedAt,
  }));
}
