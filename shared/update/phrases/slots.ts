import type { MeasureTrend } from '../../contracts/measure-line.ts';
import { isTold } from '../content/alert-list.ts';
import { changeText, outcomeText, pointsText } from '../content/changes.ts';
import { isPrivateForm } from '../content/private-forms.ts';
import { dayOf, isShown, nameOf, numberOf, type Teller } from '../content/teller.ts';

/** What a slot stands for; null when there is no such value, and then its sentence is left out. */
type LineSlot = (line: MeasureTrend, teller: Teller) => string | null;
type WholeSlot = (teller: Teller) => string | null;

/** Slots of a phrase that stands once for the whole text; a phrase per measure has them as well. */
export const WHOLE_SLOTS: Readonly<Record<string, WholeSlot>> = {
  asOf: ({ brief, language }) => language.days.moment(brief.asOf, brief.timeZone),
  session: ({ brief, language }) =>
    brief.sessionOn === null ? null : language.days.full(brief.sessionOn),
  completed: ({ brief }) => ofSent(brief.completion.sent, brief.completion.completed),
  sent: ({ brief }) => ofSent(brief.completion.sent, brief.completion.sent),
  missed: ({ brief }) => positive(brief.completion.missed.length),
  // None open is no value: a note outlives the moment in which that was true.
  openAlerts: ({ brief }) => positive(brief.openAlerts.filter(isTold).length),
  nextDue: (teller) => {
    const next = teller.brief.completion.outstanding.at(-1);
    return next === undefined ? null : dayOf(teller, next.dueOn);
  },
  measures: ({ brief, language }) => {
    const names = brief.measures
      .filter(
        ({ role, instrumentId }) =>
          role !== 'subscale' && !isPrivateForm(instrumentId, brief.forms),
      )
      .map(nameOf);
    return names.length === 0 ? null : language.list(names);
  },
};

/** Slots of a phrase that stands once for each measure. */
export const LINE_SLOTS: Readonly<Record<string, LineSlot>> = {
  measure: (line) => nameOf(line),
  score: ({ latest }, { language }) => (isShown(latest) ? language.number(latest.displayed) : null),
  scoreOfMaximum: (line, teller) =>
    isShown(line.latest) && (line.measure?.range ?? null) !== null
      ? numberOf(teller, line, line.latest.displayed)
      : null,
  range: ({ latest }, { language }) =>
    latest.band === null ? null : language.scores.band(latest.band),
  date: ({ latest }, teller) => dayOf(teller, latest.on),
  baseline: ({ baseline }, { language }) =>
    isShown(baseline) ? language.number(baseline.displayed) : null,
  baselineDate: ({ baseline }, teller) => (baseline === null ? null : dayOf(teller, baseline.on)),
  previous: ({ previous }, { language }) =>
    isShown(previous) ? language.number(previous.displayed) : null,
  previousDate: ({ previous }, teller) => (previous === null ? null : dayOf(teller, previous.on)),
  points: ({ sinceBaseline: change }, teller) =>
    change.points === null ? null : pointsText(change, change.points, teller),
  change: ({ sinceBaseline: change }, teller) =>
    change.status === 'judged' ? changeText(change, teller) : null,
  changeSincePrevious: ({ sincePrevious: change }, teller) =>
    change.status === 'judged' ? changeText(change, teller) : null,
  outcome: (line, teller) => outcomeText(line, teller),
  slope: ({ trajectory }, { language }) =>
    trajectory.trend.status === 'fitted' ? language.course.perWeek(trajectory.trend.perWeek) : null,
  count: ({ scores }) => String(scores.length),
};

function ofSent(sent: number, count: number): string | null {
  return sent === 0 ? null : String(count);
}

function positive(count: number): string | null {
  return count === 0 ? null : String(count);
}
