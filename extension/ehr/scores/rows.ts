import type { ExternalScore } from '#shared/contracts/reading.ts';
import { parseBirthDate } from '#shared/identity/birth-date.ts';
import type { FoundScore } from '../contract.ts';
import { visibleText } from '../fields/visible-text.ts';

/** The contract's bounds. */
const MOST_SCORES = 100;
const LONGEST_MEASURE = 80;
const CELLS = ':scope > td, :scope > th, :scope > [role="cell"], :scope > span, :scope > div';
const NOTHING = 'script';
const DATE = /^(?:[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}|\d{1,2}\/\d{1,2}\/\d{4})$/;
const SCORE = /^(?:score:? ?)?(-?\d{1,3}(?:\.\d{1,2})?)(?: ?(?:\/|of|out of) ?(\d{1,3}))?$/i;

/**
 * The scores in rows of a list or table of the EHR. A row counts when its first cell is words, one of
 * the others is a score and one a date, each once and with nothing else in it. Any other row is left
 * out: half a score is none.
 */
export function scoresIn(rows: Iterable<Element>): FoundScore[] {
  const scores: FoundScore[] = [];
  for (const row of rows) {
    const score = scoreIn(row);
    if (score !== null && scores.length < MOST_SCORES) scores.push({ score, element: row });
  }
  return scores;
}

function scoreIn(row: Element): ExternalScore | null {
  const [measure = '', ...rest] = [...row.querySelectorAll(CELLS)].map((cell) =>
    visibleText(cell, NOTHING),
  );
  const found = rest.map((cell) => SCORE.exec(cell)).filter((match) => match !== null);
  const dates = rest.filter((cell) => DATE.test(cell)).map(parseBirthDate);
  const [match] = found;
  const [on = null] = dates;
  const isMeasure = /\p{L}/u.test(measure) && measure.length <= LONGEST_MEASURE;
  if (match === undefined || found.length !== 1 || dates.length !== 1 || !isMeasure) return null;
  if (on === null) return null;
  const [score, outOf] = [Number(match[1]), match[2] === undefined ? null : Number(match[2])];
  return outOf !== null && score > outOf ? null : { measure, score, outOf, on };
}
