import { isClinical } from '../../change/direction.ts';
import { cutOffInUse } from '../../change/in-use.ts';
import type { AlertEvidence } from '../../contracts/alert-evidence.ts';
import { type CalendarDate, daysBetween } from '../../contracts/calendar.ts';
import type { ScoredResponse } from '../../contracts/response.ts';
import { instrument } from '../../instruments/registry.ts';
import { measuresOf } from '../../measures/of-instrument.ts';
import { readingsOf } from '../../measures/readings.ts';

/** What makes silence urgent. */
export type Concern = NonNullable<Extract<AlertEvidence, { kind: 'missed' }>['concern']>;

/**
 * Why silence about a measure is urgent: the last answer to a risk question, of any measure, was
 * positive and given at most `days` before, or the last score of this very measure was in the
 * clinical range. Null when neither. A blank after a positive answer takes nothing back. Takes the
 * client's responses that count, by the days they describe: a form that is recorded late or corrected is
 * no newer for it.
 */
export function concernOf(
  responses: readonly ScoredResponse[],
  instrumentId: string,
  { asOf, days }: { readonly asOf: CalendarDate; readonly days: number },
): Concern | null {
  const recent = responses.filter(({ answeredOn }) => daysBetween(answeredOn, asOf) <= days);
  if (isRiskLastAnswered(recent)) return 'safetyAnswer';
  const own = responses.filter((response) => response.instrumentId === instrumentId);
  return isLastScoreClinical(own) ? 'clinicalScore' : null;
}

function isRiskLastAnswered(responses: readonly ScoredResponse[]): boolean {
  const last = new Map<string, boolean>();
  for (const { instrumentId, score } of responses) {
    for (const { item, kind, value, positive } of score.safety) {
      if (kind === 'suicidality' && value !== null) last.set(`${instrumentId} ${item}`, positive);
    }
  }
  return [...last.values()].includes(true);
}

function isLastScoreClinical(responses: readonly ScoredResponse[]): boolean {
  const last = responses.findLast(
    ({ score }) => score.status === 'scored' || score.status === 'profile',
  );
  const known = last === undefined ? null : instrument(last.instrumentId, last.instrumentVersion);
  if (last === undefined || known === null) return false;
  const measures = new Map(measuresOf(known).map((measure) => [measure.id, measure]));
  return readingsOf(last, known).some(({ measureId, displayed }) => {
    const cutOff = cutOffInUse(measures.get(measureId)?.cutOffs ?? []);
    return cutOff !== null && isClinical(displayed, cutOff);
  });
}
