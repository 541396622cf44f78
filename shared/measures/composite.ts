import { daysBetween } from '../contracts/calendar.ts';
import type { Instrument } from '../contracts/instrument.ts';
import type { DatedReading } from '../contracts/measure.ts';
import type { LineResponse, Score } from '../contracts/response.ts';
import { bandOf } from '../scoring/band.ts';
import { displayedScore } from '../scoring/rounding.ts';
import { bySubmission } from '../trajectory/order.ts';
import { byDay } from './order.ts';

/** A part's response that has a total. */
interface Scored {
  readonly response: LineResponse;
  readonly score: Extract<Score, { status: 'scored' }>;
}

/**
 * The readings of a measure that is the sum of others (PHQ-ADS: PHQ-9 and GAD-7), oldest first, from
 * a client's responses in any order. Each completes with the response that is the last of its parts,
 * by the days that they describe, and takes the newest of every other: a part that was recorded late
 * or corrected stays with those of its day. A response counts in one reading only. The parts lie no more
 * days apart than the measure allows, and at most one of them is prorated.
 *
 * Among `instruments` are those it is made of, in the versions that count; responses to other
 * versions are left out.
 */
export function compositeReadings(
  composite: Instrument,
  instruments: readonly Instrument[],
  responses: readonly LineResponse[],
): DatedReading[] {
  const { scoring } = composite;
  if (scoring.method !== 'composite') return [];
  const parts = instruments.filter(({ id }) => scoring.of.includes(id));
  const waiting = new Map<string, Scored>();
  const readings: DatedReading[] = [];
  for (const response of responses.toSorted(byDay)) {
    const { instrumentId, instrumentVersion, score } = response;
    const part = parts.find(({ id }) => id === instrumentId);
    if (part?.version !== instrumentVersion || score.status !== 'scored') continue;
    waiting.set(instrumentId, { response, score });
    const together = scoring.of.flatMap((id) => waiting.get(id) ?? []);
    if (together.length < scoring.of.length) continue;
    if (!belongTogether(together, response, scoring.withinDays)) continue;
    readings.push(sumOf(composite, together, response));
    waiting.clear();
  }
  return readings;
}

function belongTogether(
  together: readonly Scored[],
  { answeredOn }: LineResponse,
  withinDays: number,
): boolean {
  return (
    together.every(
      ({ response }) => Math.abs(daysBetween(response.answeredOn, answeredOn)) <= withinDays,
    ) && together.filter(({ score }) => score.prorated).length <= 1
  );
}

function sumOf(
  composite: Instrument,
  together: readonly Scored[],
  last: LineResponse,
): DatedReading {
  const recorded = together.map(({ response }) => response).toSorted(bySubmission);
  const newest = recorded.at(-1) ?? last;
  const total = together.reduce((sum, { score }) => sum + score.total, 0);
  const displayed = displayedScore(total, composite.scoring.method);
  return {
    measureId: composite.id,
    version: composite.version,
    total,
    displayed,
    band: bandOf(composite, displayed)?.label ?? null,
    prorated: together.some(({ score }) => score.prorated),
    responseIds: recorded.map(({ responseId }) => responseId),
    on: last.answeredOn,
    submittedAt: newest.submittedAt,
  };
}
