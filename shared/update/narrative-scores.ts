import type { Brief, MeasureTrend } from '../contracts/brief.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import { measureName } from '../words/measures.ts';
import { dateSeenFrom } from '../words/moments.ts';
import { type Piece, piece } from './piece.ts';
import { changeInWords, noComparison, scoreOnDay, unscored } from './score-phrases.ts';

/** The latest score of a measure with its change since baseline, in one sentence. */
export function scoreWithChange(measure: MeasureTrend, { asOfDate }: Brief): Piece[] {
  const { displayed } = measure.latest;
  const text =
    displayed === null
      ? lastScoredText(measure, asOfDate)
      : scoredText(measure, displayed, asOfDate);
  return piece('objective', 'kept', text);
}

function scoredText(measure: MeasureTrend, displayed: number, today: CalendarDate): string {
  const { instrumentId, latest, sinceBaseline } = measure;
  const score = `${measureName(instrumentId)} ${scoreOnDay(instrumentId, latest, displayed, today)}`;
  const change = changeInWords(sinceBaseline);
  const from = sinceBaseline.from;
  if (change === null || from === null) return `${score}; ${noComparison(measure)}.`;
  return `${score}; ${from.displayed} on ${dateSeenFrom(from.on, today)}: ${change}.`;
}

function lastScoredText(measure: MeasureTrend, today: CalendarDate): string {
  const { instrumentId, latest, previous } = measure;
  const failed = unscored(instrumentId, latest, today);
  if (previous === null || previous.displayed === null) return `${failed}.`;
  return `${failed}; last score ${scoreOnDay(instrumentId, previous, previous.displayed, today)}.`;
}
