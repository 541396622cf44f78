import type { Instrument } from '../contracts/instrument.ts';
import type { Measure } from '../contracts/measure.ts';
import type { Observation } from '../contracts/observation.ts';
import type { LineResponse, Score } from '../contracts/response.ts';
import { instrument } from '../instruments/registry.ts';
import { measuresOf } from '../measures/of-instrument.ts';
import { readingsOf } from '../measures/readings.ts';
import { type LineSource, PLAIN, type PointDetail, type SourceFacts } from './sources.ts';

/** The lines of every instrument that was answered: its total, its subscales, or its findings. */
export function instrumentLines({ responses, responseCounts }: SourceFacts): LineSource[] {
  const answered = Map.groupBy(responses, ({ instrumentId }) => instrumentId);
  return [...answered].flatMap(([instrumentId, some]) => {
    const known = instrument(instrumentId);
    const count = responseCounts[instrumentId] ?? some.length;
    if (known?.scoring.method === 'screen') return [screenLine(known, some, count)];
    const measures = known === null ? [] : measuresOf(known);
    const [total] = measures;
    const whole = total?.id === instrumentId ? total : null;
    return [
      ...(known === null || whole !== null
        ? [totalLine(instrumentId, whole, { some, count })]
        : []),
      ...measures
        .filter((measure) => measure !== whole)
        .flatMap((measure) => subscaleLine(measure, known, { some, count })),
    ];
  });
}

interface Answered {
  readonly some: readonly LineResponse[];
  readonly count: number;
}

/** A version that this build doesn't hold keeps the number that was stored with it. */
function totalLine(
  instrumentId: string,
  measure: Measure | null,
  { some, count }: Answered,
): LineSource {
  return {
    measureId: instrumentId,
    instrumentId,
    name: measure?.shortTitle ?? instrumentId,
    role: 'total',
    measure,
    recallDays: null,
    observations: some.map((response) => observation(response, totalOf(response.score))),
    details: detailsOf(some, () => true),
    count,
  };
}

/** A subscale is read with its instrument; other versions of the form are left to the total. */
function subscaleLine(
  measure: Measure,
  known: Instrument | null,
  { some, count }: Answered,
): LineSource[] {
  if (known === null) return [];
  const ours = some.filter(({ instrumentVersion }) => instrumentVersion === known.version);
  if (ours.length === 0) return [];
  const items = new Set(
    known.subscales.find(({ id }) => measure.id === `${known.id}.${id}`)?.items,
  );
  return [
    {
      measureId: measure.id,
      instrumentId: known.id,
      name: measure.shortTitle,
      role: 'subscale',
      measure,
      recallDays: null,
      observations: ours.map((response) => {
        const found = readingsOf(response, known).find(({ measureId }) => measureId === measure.id);
        return observation(response, found ?? null);
      }),
      details: detailsOf(ours, (item) => items.has(item)),
      count: count - (some.length - ours.length),
    },
  ];
}

function screenLine(
  { id, shortTitle, recall }: Instrument,
  some: readonly LineResponse[],
  count: number,
): LineSource {
  return {
    measureId: id,
    instrumentId: id,
    name: shortTitle,
    role: 'screen',
    measure: null,
    recallDays: recall.days,
    observations: some.map((response) => observation(response, null)),
    details: detailsOf(some, () => true),
    count,
  };
}

function totalOf(score: Score): Pick<Observation, 'total' | 'displayed' | 'band'> | null {
  return score.status === 'scored' ? score : null;
}

function observation(
  { responseId, answeredOn, submittedAt, instrumentVersion, supersedes }: LineResponse,
  number: Pick<Observation, 'total' | 'displayed' | 'band'> | null,
): Observation {
  return {
    responseId,
    on: answeredOn,
    submittedAt,
    version: instrumentVersion,
    corrects: supersedes ?? null,
    total: number?.total ?? null,
    displayed: number?.displayed ?? null,
    band: number?.band ?? null,
  };
}

function detailsOf(
  responses: readonly LineResponse[],
  counts: (item: number) => boolean,
): LineSource['details'] {
  return new Map(responses.map(({ responseId, score }) => [responseId, detail(score, counts)]));
}

function detail(score: Score, counts: (item: number) => boolean): PointDetail {
  const missingItems = score.missingItems.filter(counts);
  const prorated =
    (score.status === 'scored' || score.status === 'profile') &&
    score.prorated &&
    missingItems.length > 0;
  const finding =
    score.status === 'screened' ? { label: score.label, tier: score.tier } : PLAIN.finding;
  return { finding, prorated, missingItems };
}
