import type { Change, MeasureTrend } from '../../contracts/measure-line.ts';
import { CHANGE_PRIORITY, type Piece, type Priority, piece } from '../piece.ts';
import { isOwnLine, scorePriority } from './line-priority.ts';
import { dayOf, isShown, nameOf, type Teller } from './teller.ts';

/** `7 points lower, reliable improvement (threshold 6, published)`; null without two scores. */
export function changeText(change: Change, { language }: Teller): string | null {
  const { changes } = language;
  if (change.points === null) return null;
  const points = pointsText(change, change.points, { language });
  if (change.status === 'notJudged') return `${points}, ${changes.notJudged[change.reason]}`;
  const { category, threshold } = change;
  return `${points}, ${changes.category[category]} (${changes.threshold(threshold)})`;
}

/** Why the latest score stands alone: the first of all, or no other in this episode of care. */
export function noComparison({ scores }: MeasureTrend, { language }: Teller): string {
  const isFirst = scores.filter(isShown).length === 1;
  return isFirst ? language.scores.firstScore : language.scores.noneInEpisode;
}

/**
 * `39 % lower, not yet response or remission`. Said of a reliable improvement, and of a response or
 * remission that was reached without one; null otherwise.
 */
export function outcomeText(
  { sinceBaseline, trajectory, measure }: MeasureTrend,
  { language }: Teller,
): string | null {
  const { outcome } = trajectory;
  const definition = measure?.outcome ?? null;
  if (outcome === null || definition === null || sinceBaseline.status !== 'judged') return null;
  const { percentBetter: percent, category } = sinceBaseline;
  const reached = outcome.response === 'response' || outcome.remission;
  if (percent === null || percent < 1) return null;
  if (category !== 'reliableImprovement' && !reached) return null;
  const words = language.changes.outcome({ ...outcome, ...definition });
  if (words === null) return null;
  const needed = outcome.response === 'response' ? null : definition.responsePercent;
  const whole = wholePercent(percent, needed);
  return `${language.changes.percent(whole, measure?.direction === 'higherBetter')}, ${words}`;
}

/** `PHQ-9 compared with 5 Nov: 2 points lower, no reliable change`. Not when that is the baseline. */
export function sincePrevious(line: MeasureTrend, teller: Teller): Piece[] {
  const { sincePrevious: change, previous, baseline } = line;
  const { changes } = teller.language;
  if (change.status !== 'judged' || previous === null || previous === baseline) return [];
  const words = `${pointsText(change, change.points, teller)}, ${changes.category[change.category]}`;
  const text = changes.compared(nameOf(line), dayOf(teller, previous.on), words);
  return piece('finding', CHANGE_PRIORITY[change.category], text);
}

/** What parts of their own say of the change: since the previous score, and against baseline. */
export function changesApart(line: MeasureTrend, teller: Teller): Piece[] {
  return [...lastChange(line, teller), ...againstBaseline(line, teller)];
}

/** `PHQ-9 compared with 6 Oct: 8 points higher, reliable worsening (...); severe range, mild before`. */
function lastChange(line: MeasureTrend, teller: Teller): Piece[] {
  const { latest, previous, sincePrevious: since } = line;
  const { changes, scores } = teller.language;
  if (!isShown(latest)) return [];
  const change = changeText(since, teller);
  if (change === null || previous === null) {
    const band = latest.band === null ? '' : ` ${scores.band(latest.band)};`;
    const text = `${nameOf(line)}${band} ${noComparison(line, teller)}`;
    return piece('finding', comparisonPriority(line), text);
  }
  const band = bandText(line, teller);
  const said = band === null ? change : `${change}; ${band}`;
  const priority = isReliableWorsening(since) ? 'vital' : comparisonPriority(line);
  return piece(
    'finding',
    priority,
    changes.compared(nameOf(line), dayOf(teller, previous.on), said),
  );
}

function bandText({ latest, previous }: MeasureTrend, { language }: Teller): string | null {
  if (latest.band === null) return null;
  const before = previous?.band ?? latest.band;
  return language.changes.bandNow(latest.band, before === latest.band ? null : before);
}

/**
 * `PHQ-9 compared with baseline (16, 14 Jan): 1 point higher, no reliable change`. It gives way when
 * the score does and not before: where one sentence says both, it would stand beside the score.
 */
function againstBaseline(line: MeasureTrend, teller: Teller): Piece[] {
  const { baseline, previous, sinceBaseline } = line;
  const { changes, number } = teller.language;
  if (sinceBaseline.points === null || !isShown(baseline)) return [];
  const outcome = outcomeText(line, teller);
  // When baseline and previous score are one, the change was told; an outcome was not.
  if (baseline === previous && outcome === null) return [];
  const points = pointsText(sinceBaseline, sinceBaseline.points, teller);
  const verdict =
    sinceBaseline.status === 'judged'
      ? changes.category[sinceBaseline.category]
      : changes.notJudged[sinceBaseline.reason];
  const change = [points, verdict, outcome].filter((part) => part !== null).join(', ');
  const day = dayOf(teller, baseline.on);
  const text = changes.againstBaseline(nameOf(line), number(baseline.displayed), day, change);
  const priority = isReliableWorsening(sinceBaseline) ? 'vital' : scorePriority(line);
  return piece('appraisal', priority, text);
}

function isReliableWorsening(change: Change): boolean {
  return change.status === 'judged' && change.category === 'reliableWorsening';
}

/** Where a comparison stands apart, it is as much a part of the text as the score. */
function comparisonPriority(line: MeasureTrend): Priority {
  return isOwnLine(line) ? scorePriority(line) : 'kept';
}

/** Whole points are approximate where a score is prorated, since the change is judged unrounded. */
export function pointsText(
  { from, to }: Pick<Change, 'from' | 'to'>,
  points: number,
  { language }: Pick<Teller, 'language'>,
): string {
  return language.changes.points(points, from?.prorated === true || to?.prorated === true);
}

/** Rounded, but never up to the percentage that would mean response when it was not reached. */
function wholePercent(percent: number, notReached: number | null): number {
  const rounded = Math.round(percent);
  return rounded === notReached ? rounded - 1 : rounded;
}
