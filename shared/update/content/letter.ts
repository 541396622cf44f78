import type { MeasureTrend } from '../../contracts/measure-line.ts';
import { type Piece, piece } from '../piece.ts';
import { goalsInLetter } from './goals.ts';
import { isPrivateForm } from './private-forms.ts';
import { dayOf, isShown, nameOf, type Shown, type Teller } from './teller.ts';

/**
 * A letter to the client: own scores in plain words, what they mean for a layperson, and where help
 * is. No alerts, no thresholds, no severity bands, no risk answers, no screens; nothing is blamed.
 */
export function letterPieces(teller: Teller): Piece[] {
  const { brief, language } = teller;
  const { letter } = language;
  const lines = brief.measures.filter(
    (line) => isForClient(line) && !isPrivateForm(line.instrumentId, brief.forms),
  );
  const { completed, missed } = brief.completion;
  const expected = completed + missed.length;
  const next = brief.completion.outstanding.at(-1);
  return [
    ...piece('report', 'kept', hasAnswered(brief) ? letter.thanks : letter.nothingYet),
    ...lines.flatMap((line) => lineSentences(line, teller)),
    ...goalsInLetter(teller),
    ...piece('done', 'completion', completed === 0 ? null : letter.completed(completed, expected)),
    ...piece('done', 'kept', brief.later === null ? null : letter.later),
    ...piece('appraisal', 'vital', letter.meaning),
    ...piece(
      'next',
      'completion',
      next === undefined ? null : letter.next(dayOf(teller, next.dueOn)),
    ),
    ...piece('next', 'vital', letter.help),
  ];
}

/** Anything at all, also what no letter tells of: screens, words, forms that are private. */
function hasAnswered({ measures, forms, ownForms }: Teller['brief']): boolean {
  return [...measures, ...forms].length > 0 || ownForms.some(({ answered }) => answered.length > 0);
}

/** Lines made for change that a client can read: totals and own ratings. */
function isForClient({ role, measure }: MeasureTrend): boolean {
  const isWhole = role === 'total' || role === 'own';
  return isWhole && measure?.trend === true;
}

function lineSentences(line: MeasureTrend, teller: Teller): Piece[] {
  const { latest, measure } = line;
  const { letter, number } = teller.language;
  const day = dayOf(teller, latest.on);
  const name = nameOf(line);
  if (!isShown(latest)) return piece('report', 'kept', letter.unscored(name, day));
  const highest = measure?.range?.max;
  const max = highest === undefined ? null : number(highest);
  return [
    ...piece('report', 'vital', letter.score(name, number(latest.displayed), max, day)),
    ...piece('finding', 'kept', changeSentence(line, latest, teller)),
  ];
}

function changeSentence(line: MeasureTrend, latest: Shown, teller: Teller): string | null {
  const { sinceBaseline } = line;
  const { letter, number } = teller.language;
  const { from } = sinceBaseline;
  const name = nameOf(line);
  if (!isShown(from)) return letter.tooEarly(name);
  const day = dayOf(teller, from.on);
  const size = number(Math.abs(latest.displayed - from.displayed));
  if (size === '0') return letter.sameScore(name, day);
  if (sinceBaseline.status === 'notJudged') return null;
  const higher = latest.displayed > from.displayed;
  const points = { size, higher, one: size === '1' };
  return letter.change(name, points, day, sinceBaseline.category);
}
