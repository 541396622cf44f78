import type { Brief, MeasureTrend } from '../contracts/brief.ts';
import { instrument } from '../instruments/registry.ts';
import { measureName } from '../words/measures.ts';
import { dateSeenFrom } from '../words/moments.ts';
import { type Piece, piece } from './piece.ts';
import { unscored } from './score-phrases.ts';

/**
 * What limits the comparison: another version of the form, earlier new forms without a score, or
 * overlapping recall periods.
 */
export function dataLimits(measure: MeasureTrend, { asOfDate }: Brief): Piece[] {
  const { instrumentId, otherVersionCount, latest, scores } = measure;
  const name = measureName(instrumentId);
  const versions =
    otherVersionCount === 0
      ? null
      : `${name}: ${otherVersionCount} answered on another version of the form, not compared.`;
  const before = scores.at(-2);
  const recall = instrument(instrumentId)?.recall.label;
  const overlap =
    !latest.overlapsRecall || before === undefined || recall === undefined
      ? null
      : `${name} answers of ${dateSeenFrom(before.on, asOfDate)} and ${dateSeenFrom(latest.on, asOfDate)} overlapped in the period asked about (${recall}).`;
  const failed = scores.filter(
    (score) => score !== latest && score.isNew && score.displayed === null,
  );
  const unscorable = failed.map((score) => `${unscored(instrumentId, score, asOfDate)}.`);
  return [
    ...piece('objective', 'kept', versions),
    ...unscorable.flatMap((text) => piece('objective', 'kept', text)),
    ...piece('objective', 'limits', overlap),
  ];
}
