import type { Brief, MeasureTrend } from '../contracts/brief.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import { CATEGORY_WORDS } from '../words/changes.ts';
import { bandInWords, measureName, scoreInWords } from '../words/measures.ts';
import { dateSeenFrom } from '../words/moments.ts';
import { CHANGE_PRIORITY, type Piece, piece } from './piece.ts';
import {
  changeInPoints,
  changeInWords,
  noComparison,
  prorating,
  unscored,
} from './score-phrases.ts';

/** What the client answered, split by SOAP section: scores, change, and where baseline stands. */
export function soapScores(measure: MeasureTrend, { asOfDate }: Brief): Piece[] {
  return [
    ...piece('subjective', 'kept', scores(measure, asOfDate)),
    ...piece('objective', 'kept', lastChange(measure, asOfDate)),
    ...againstBaseline(measure, asOfDate),
  ];
}

/** `PHQ-9 17/27 on 3 Nov, 9 on 6 Oct.` */
function scores({ instrumentId, latest, previous }: MeasureTrend, today: CalendarDate): string {
  const before =
    previous === null ? '' : `, ${previous.displayed} on ${dateSeenFrom(previous.on, today)}`;
  if (latest.displayed === null) {
    return `${unscored(instrumentId, latest, today)}${before === '' ? '' : `; last score${before.slice(1)}`}.`;
  }
  const score = `${scoreInWords(instrumentId, latest.displayed)}${prorating(instrumentId, latest)}`;
  return `${measureName(instrumentId)} ${score} on ${dateSeenFrom(latest.on, today)}${before}.`;
}

/** `PHQ-9 8 points higher, reliable worsening (...); moderately severe range, mild before.` */
function lastChange(measure: MeasureTrend, today: CalendarDate): string | null {
  const { instrumentId, latest, previous, sincePrevious } = measure;
  if (latest.displayed === null) return null;
  const name = measureName(instrumentId);
  const change = changeInWords(sincePrevious);
  if (change === null || previous === null) {
    const band = latest.band === null ? '' : ` ${bandInWords(latest.band)};`;
    return `${name}${band} ${noComparison(measure)}.`;
  }
  const since = `compared with ${dateSeenFrom(previous.on, today)}`;
  return `${name} ${since}: ${change}${bandChange(measure)}.`;
}

function bandChange({ latest, previous }: MeasureTrend): string {
  if (latest.band === null) return '';
  const before = previous?.band ?? latest.band;
  const was = before === latest.band ? ' as before' : `, ${before} before`;
  return `; ${bandInWords(latest.band)}${was}`;
}

/** `PHQ-9 compared with baseline (16, 14 Jan): 1 point higher, no reliable change.` */
function againstBaseline(measure: MeasureTrend, today: CalendarDate): Piece[] {
  const { instrumentId, baseline, previous, sinceBaseline } = measure;
  if (sinceBaseline.status !== 'judged' || baseline === null || baseline === previous) return [];
  const from = `${baseline.displayed}, ${dateSeenFrom(baseline.on, today)}`;
  const points = changeInPoints(sinceBaseline, sinceBaseline.points);
  const change = `${points}, ${CATEGORY_WORDS[sinceBaseline.category]}`;
  return piece(
    'assessment',
    CHANGE_PRIORITY[sinceBaseline.category],
    `${measureName(instrumentId)} compared with baseline (${from}): ${change}.`,
  );
}
