import type { ResponseId } from '../../contracts/ids.ts';
import type { Instrument } from '../../contracts/instrument.ts';
import type { DatedReading } from '../../contracts/measure.ts';
import type { Observation } from '../../contracts/observation.ts';
import type { ScoredResponse } from '../../contracts/response.ts';
import { INSTRUMENTS, instrument as instrumentById } from '../../instruments/registry.ts';
import { compositeReadings } from '../../measures/composite.ts';
import { measuresOf } from '../../measures/of-instrument.ts';
import { readingsOf } from '../../measures/readings.ts';
import { observationsOf } from '../../trajectory/observations.ts';
import { responsesTo, standingResponses } from './answer-history.ts';
import type { RecordedLine } from './line-history.ts';

const NOTHING_CORRECTED: ReadonlyMap<ResponseId, ResponseId> = new Map();

/** The composites that an instrument is a part of. */
export function compositesWith({ id }: Pick<Instrument, 'id'>): readonly Instrument[] {
  return INSTRUMENTS.filter(
    ({ scoring }) => scoring.method === 'composite' && scoring.of.includes(id),
  );
}

/** The lines on which a response may have put a score: total, subscales, composites. */
export function recordedLines(
  newest: ScoredResponse,
  instrument: Instrument,
  responses: readonly ScoredResponse[],
): RecordedLine[] {
  return [
    ...linesOfForm(newest, instrument, responses),
    ...compositesWith(instrument).flatMap((composite) =>
      lineOfComposite(newest, partsOf(composite, instrument), { composite, responses }),
    ),
  ];
}

function linesOfForm(
  newest: ScoredResponse,
  instrument: Instrument,
  responses: readonly ScoredResponse[],
): RecordedLine[] {
  const read = responsesTo(instrument, responses).map((response) => ({
    response,
    readings: readingsOf(response, instrument),
  }));
  return measuresOf(instrument)
    .filter(({ trend }) => trend)
    .map((measure) => {
      const observations = read.map(({ response, readings }): Observation => {
        const reading = readings.find(({ measureId }) => measureId === measure.id);
        return {
          responseId: response.responseId,
          on: response.answeredOn,
          submittedAt: response.submittedAt,
          version: response.instrumentVersion,
          corrects: response.supersedes ?? null,
          total: reading?.total ?? null,
          displayed: reading?.displayed ?? null,
          band: reading?.band ?? null,
        };
      });
      const made = newest.responseId;
      const without = () => observations.filter(({ responseId }) => responseId !== made);
      return { measure, observations, made, without };
    });
}

interface CompositeSource {
  readonly composite: Instrument;
  readonly responses: readonly ScoredResponse[];
}

/** Corrections are settled before anything is added up. */
function lineOfComposite(
  newest: ScoredResponse,
  parts: readonly Instrument[],
  { composite, responses }: CompositeSource,
): RecordedLine[] {
  const readingsFrom = (some: readonly ScoredResponse[]) =>
    compositeReadings(composite, parts, standingResponses(some));
  const readings = readingsFrom(responses);
  const made = readings
    .find(({ responseIds }) => responseIds.includes(newest.responseId))
    ?.responseIds.at(-1);
  const [measure] = measuresOf(composite);
  if (made === undefined || measure === undefined || !measure.trend) return [];
  const others = responses.filter((response) => response !== newest);
  return [
    {
      measure,
      observations: observed(readings),
      made,
      without: () => observed(readingsFrom(others)),
    },
  ];
}

function partsOf({ scoring }: Instrument, instrument: Instrument): Instrument[] {
  if (scoring.method !== 'composite') return [];
  return scoring.of.flatMap((id) =>
    id === instrument.id ? instrument : (instrumentById(id) ?? []),
  );
}

function observed(readings: readonly DatedReading[]): Observation[] {
  return observationsOf(readings, NOTHING_CORRECTED);
}
