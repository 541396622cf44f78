import { dateInWords } from '../../contracts/calendar.ts';
import type { DatedScore, MeasureTrend } from '../../contracts/measure-line.ts';
import { bandInWords, itemsInWords, noTotalInWords } from '../../words/measures.ts';
import { numberInWords } from '../../words/numbers.ts';
import type { MarkShape } from '../instructions.ts';

/** A score with the line's maximum: `11/27`; the bare number where no range is known. */
export function totalInWords(
  { measure }: Pick<MeasureTrend, 'measure'>,
  displayed: number,
): string {
  const score = numberInWords(displayed);
  const highest = measure?.range?.max;
  return highest === undefined ? score : `${score}/${numberInWords(highest)}`;
}

/**
 * One answer of a line for the eye and the ear: `19 Nov 2026: 11/27, moderate range`, and what else
 * has to be known of it.
 */
export function scoreSaid(score: DatedScore, trend: MeasureTrend, shape: MarkShape): string {
  const said = [`${dateInWords(score.on, { year: true })}: ${resultSaid(score, trend)}`];
  return [...said, ...remarksOn(score, trend, shape)].join('; ');
}

/** The result of an answer: `11/27, moderate range`, a finding, or that there is no score. */
export function resultSaid(score: DatedScore, trend: MeasureTrend): string {
  const { displayed, band, missingItems } = score;
  if (displayed !== null) {
    const range = band === null ? '' : `, ${bandInWords(band)}`;
    return `${totalInWords(trend, displayed)}${range}`;
  }
  const missing = missingItems.length === 0 ? '' : `, ${itemsInWords(missingItems)} not answered`;
  return `${noTotalInWords(score)}${missing}`;
}

/** What has to be known of an answer besides its result. */
export function remarksOn(score: DatedScore, trend: MeasureTrend, shape: MarkShape): string[] {
  const { responseId, prorated, missingItems, overlapsRecall, displayed } = score;
  const { baseline, trajectory } = trend;
  const isBaseline = baseline?.responseId === responseId;
  const isChosen = trajectory.episodes.at(-1)?.baselineChosen === true;
  return [
    ...(isBaseline ? [isChosen ? 'baseline, chosen by the clinician' : 'baseline'] : []),
    ...(prorated
      ? [`${itemsInWords(missingItems)} not answered, filled in by the measure’s rule`]
      : displayed !== null && missingItems.length > 0
        ? [`${itemsInWords(missingItems)} not answered`]
        : []),
    ...(shape === 'sameDay' ? ['a later answer of that day counts'] : []),
    ...(overlapsRecall ? ['overlaps the time before'] : []),
  ];
}
