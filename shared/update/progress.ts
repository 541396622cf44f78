import type { Brief, MeasureTrend, Outcome } from '../contracts/brief.ts';
import { instrument } from '../instruments/registry.ts';
import {
  CATEGORY_WORDS,
  perWeekInWords,
  RESPONSE_WORDS,
  TREND_WORDS,
  tooEarlyInWords,
} from '../words/changes.ts';
import { measureName } from '../words/measures.ts';
import { dateSeenFrom } from '../words/moments.ts';
import { CHANGE_PRIORITY, type Piece, piece } from './piece.ts';
import { changeInPoints } from './score-phrases.ts';

/** `PHQ-9 compared with 5 Nov: 2 points lower, no reliable change.` Not when that is the baseline. */
export function sincePrevious(measure: MeasureTrend, { asOfDate }: Brief): Piece[] {
  const { sincePrevious: change, previous, baseline, instrumentId } = measure;
  if (change.status !== 'judged' || previous === null || previous === baseline) return [];
  const since = `${measureName(instrumentId)} compared with ${dateSeenFrom(previous.on, asOfDate)}`;
  const points = changeInPoints(change, change.points);
  return piece(
    'objective',
    CHANGE_PRIORITY[change.category],
    `${since}: ${points}, ${CATEGORY_WORDS[change.category]}.`,
  );
}

/**
 * `PHQ-9 was 39 % lower than at baseline: not yet response or remission.` Said of a reliable
 * improvement, and of a response or remission that was reached without one.
 */
export function outcomeStatus(measure: MeasureTrend): Piece[] {
  const { sinceBaseline, outcome, instrumentId } = measure;
  if (outcome === null || sinceBaseline.status !== 'judged') return [];
  const { percentBetter: percent, category } = sinceBaseline;
  const reached = outcome.response === 'response' || outcome.remission;
  if (percent === null || percent < 1) return [];
  if (category !== 'reliableImprovement' && !reached) return [];
  const status = outcomeText(outcome);
  if (status === null) return [];
  const fall = `${wholePercent(percent, outcome, instrumentId)} % lower than at baseline`;
  return piece('assessment', 'progress', `${measureName(instrumentId)} was ${fall}: ${status}.`);
}

function outcomeText({ response, remission }: Outcome): string | null {
  if (response === 'notApplicable') {
    return remission ? `remission level (${RESPONSE_WORDS.notApplicable})` : null;
  }
  if (response === 'response')
    return remission ? 'response and remission' : 'response, not yet remission';
  return remission ? 'remission, not yet response' : 'not yet response or remission';
}

/** Rounded, but never up to the percentage that would mean response when it was not reached. */
function wholePercent(percent: number, { response }: Outcome, instrumentId: string): number {
  const needed = instrument(instrumentId)?.outcome?.responsePercent;
  const rounded = Math.round(percent);
  return response !== 'response' && rounded === needed ? rounded - 1 : rounded;
}

/** The direction over the newest scores, or how many measurements it still takes. */
export function trendStatus({ trend, instrumentId }: MeasureTrend): Piece[] {
  const name = measureName(instrumentId);
  if (trend.status === 'tooEarly') {
    return piece('objective', 'outlook', `${name}: ${tooEarlyInWords(trend)}.`);
  }
  const slope = perWeekInWords(trend.perWeek);
  const over = `Over the last ${trend.count} ${name} scores`;
  const verdict = TREND_WORDS[trend.verdict];
  return piece(
    'objective',
    trend.verdict === 'worsening' ? 'progress' : 'outlook',
    `${over}: ${slope === null ? verdict : `${slope}, ${verdict}`}.`,
  );
}
