import { addDays } from '../../contracts/calendar.ts';
import type { AnsweredForm, DatedForm } from '../../contracts/measure-line.ts';
import { type Piece, piece } from '../piece.ts';
import { quotedPlain } from '../plain.ts';
import { isPrivateForm } from './private-forms.ts';
import { isShown, nameOf, nameOfId, numberOf, type Teller } from './teller.ts';

/** Forms answered so many days before a session belong to it (`proposal`, ours). */
const DAYS_BEFORE_SESSION = 7;

/**
 * The line that supports billing of brief assessments (CPT 96127): which published instruments were
 * administered and scored since the last look, when, and with which result. It says what was done; it
 * bills nothing and does not say that anything can be billed. Each instrument's newest form stands
 * for it. A practice's own ratings and totals from elsewhere were not administered here.
 */
export function assessmentLine(teller: Teller): Piece[] {
  const { closing } = teller.language;
  const entries = teller.brief.forms.flatMap((form) => {
    const newest = form.answered.findLast(({ status }) => status !== 'unscorable');
    return newest !== undefined &&
      isOfThisNote(newest, teller) &&
      !isPrivateForm(form.instrumentId, teller.brief.forms)
      ? entryOf(form, newest, teller)
      : [];
  });
  const text = entries.length === 0 ? closing.assessmentNone : closing.assessment(entries);
  // It was asked for: no length leaves it out.
  return piece('done', 'vital', text);
}

/** New since the last look; for a session, answered in the days that led to it. */
function isOfThisNote({ on, isNew }: DatedForm, { brief }: Teller): boolean {
  const { sessionOn } = brief;
  return sessionOn === null ? isNew : on >= addDays(sessionOn, -DAYS_BEFORE_SESSION);
}

/** Nothing for a version that this build doesn't hold: it has no result here. */
function entryOf(form: AnsweredForm, { responseId, on }: DatedForm, teller: Teller): string[] {
  const { closing, days, list } = teller.language;
  const results = teller.brief.measures
    .filter(({ instrumentId, role }) => instrumentId === form.instrumentId && role !== 'composite')
    .flatMap((line) => {
      const score = line.scores.find((candidate) => candidate.responseId === responseId) ?? null;
      const finding = score?.finding ?? null;
      if (finding !== null) return [quotedPlain(finding.label)];
      if (!isShown(score)) return [];
      const band = score.band === null ? '' : `, ${teller.language.scores.band(score.band)}`;
      const number = `${numberOf(teller, line, score.displayed)}${band}`;
      return line.role === 'subscale' ? [`${nameOf(line)} ${number}`] : [number];
    });
  const [total] = results;
  if (total === undefined) return [];
  const whole = teller.brief.measures.some(({ measureId }) => measureId === form.instrumentId);
  const result = whole ? total : list(results);
  return [closing.assessmentEntry(nameOfId(teller, form.instrumentId), days.full(on), result)];
}
