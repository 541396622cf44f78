import type { MeasureTrend } from '../../contracts/measure-line.ts';
import { type Piece, piece } from '../piece.ts';
import { quotedPlain } from '../plain.ts';
import { blanksOf } from './blanks.ts';
import { changeText, noComparison, outcomeText } from './changes.ts';
import { scorePriority } from './line-priority.ts';
import { dayOf, isShown, nameOf, numberOf, type Shown, type Teller } from './teller.ts';

/** The latest score of a line with its change since baseline and its outcome, in one sentence. */
export function scoreWithChange(line: MeasureTrend, teller: Teller): Piece[] {
  return piece('report', scorePriority(line), scoreText(line, teller));
}

/** The latest score with the one before it, where comparisons stand in another part. */
export function scoreAlone(line: MeasureTrend, teller: Teller): Piece[] {
  const { latest, previous } = line;
  if (!isShown(latest)) return scoreWithChange(line, teller);
  const place = (score: Shown) => ({
    number: prorated(line, score, teller),
    day: dayOf(teller, score.on),
  });
  const before =
    isShown(previous) && isCompared(line)
      ? { number: teller.language.number(previous.displayed), day: dayOf(teller, previous.on) }
      : null;
  const text = teller.language.scores.withPrevious(nameOf(line), place(latest), before);
  return piece('report', scorePriority(line), `${text}${standing(line, teller)}`);
}

/** `16/27 (prorated, item 9 not answered), moderately severe range, on 19 Nov`. */
export function scoreOnDay(line: MeasureTrend, score: Shown, teller: Teller): string {
  const { scores } = teller.language;
  const band = score.band === null ? null : scores.band(score.band);
  return scores.onDay(prorated(line, score, teller), band, dayOf(teller, score.on));
}

/** `PHQ-9 of 19 Nov could not be scored, items 1, 2 and 3 not answered`; what a screen found. */
export function withoutNumber(
  line: MeasureTrend,
  { on, finding, missingItems }: MeasureTrend['latest'],
  teller: Teller,
): string {
  const { scores } = teller.language;
  const blanks = blanksOf(teller, line, { missingItems });
  const day = dayOf(teller, on);
  if (finding === null) return scores.unscored(nameOf(line), day, blanks);
  return scores.finding(nameOf(line), day, quotedPlain(finding.label), blanks);
}

/** A line that is made for change. Screens and one-time measures are told and not compared. */
export function isCompared({ measure, role }: MeasureTrend): boolean {
  return measure === null ? role !== 'screen' : measure.trend;
}

function scoreText(line: MeasureTrend, teller: Teller): string {
  const { latest, previous, sinceBaseline } = line;
  const { language } = teller;
  if (!isShown(latest)) {
    const failed = withoutNumber(line, latest, teller);
    if (!isShown(previous)) return failed;
    return `${failed}; ${language.scores.lastScore(scoreOnDay(line, previous, teller))}`;
  }
  const score = `${nameOf(line)} ${scoreOnDay(line, latest, teller)}${standing(line, teller)}`;
  if (!isCompared(line)) return score;
  const change = changeText(sinceBaseline, teller);
  const { from } = sinceBaseline;
  if (change === null || !isShown(from)) return `${score}; ${noComparison(line, teller)}`;
  const outcome = outcomeText(line, teller);
  const judged = outcome === null ? change : `${change}, ${outcome}`;
  const number = language.number(from.displayed);
  return `${score}; ${language.changes.from(number, dayOf(teller, from.on), judged)}`;
}

/** Whether the number stands on a scale of the practice's own. */
function standing({ role }: MeasureTrend, { language }: Teller): string {
  if (role === 'own') return ` (${language.scores.ownRating})`;
  return role === 'byHand' ? ` (${language.scores.enteredByHand})` : '';
}

function prorated(line: MeasureTrend, score: Shown, teller: Teller): string {
  const number = numberOf(teller, line, score.displayed);
  const blanks = score.prorated ? blanksOf(teller, line, score) : null;
  return blanks === null ? number : teller.language.scores.prorated(number, blanks);
}
