import type { Brief, CheckIn } from '../contracts/brief.ts';
import { type CalendarDate, dateInZone, daysBetween } from '../contracts/calendar.ts';
import type { AnsweredForm } from '../contracts/measure-line.ts';
import { instrument } from '../instruments/registry.ts';
import { answerLabel } from '../scoring/labels.ts';
import { measureName } from '../words/measures.ts';

/**
 * Days for which the newest answer to a question about suicide is held beside a note that says that all
 * risk is denied. Our proposal, after the three months that the C-SSRS Screener asks about in its last
 * question (Posner et al. 2011, doi 10.1176/appi.ajp.2011.10111704).
 */
export const RISK_ANSWER_DAYS = 90;

/** An answer that a reader of "denies all risk" should know of, or a blank that is no answer. */
export interface RiskAnswer {
  readonly instrumentId: string;
  /** `PHQ-9`. */
  readonly name: string;
  /** Item number, from 1. */
  readonly item: number;
  /** `unanswered`: left blank on a form that was sent. `notSent`: given on a form that was not sent. */
  readonly is: 'positive' | 'unanswered' | 'notSent';
  /** The answer's own words; its number where they are not known, null for a blank. */
  readonly label: string | null;
  readonly on: CalendarDate;
}

/**
 * What clients answered about suicide that does not go together with "denies all risk": of each form the
 * newest response, when it is at most {@link RISK_ANSWER_DAYS} old or a safety alert of it is open, with
 * every positive answer and every blank; and positive answers on forms not sent, whatever their age.
 * Newest first. An empty list is no statement about risk.
 */
export function riskAnswersBeside(brief: Brief): RiskAnswer[] {
  return [
    ...brief.forms.flatMap((form) => answersOf(form, brief)),
    ...brief.completion.unfinished.flatMap((checkIn) => unsentOf(checkIn, brief)),
  ].toSorted((one, other) => daysBetween(one.on, other.on));
}

function answersOf({ instrumentId, name, answered }: AnsweredForm, brief: Brief): RiskAnswer[] {
  const newest = answered.at(-1);
  if (newest === undefined) return [];
  const isRecent = daysBetween(newest.on, brief.asOfDate) <= RISK_ANSWER_DAYS;
  if (!isRecent && !hasOpenSafetyAlert(instrumentId, brief)) return [];
  return newest.safety
    .filter(({ kind, positive, value }) => kind === 'suicidality' && (positive || value === null))
    .map(({ item, positive, label, value }) => ({
      instrumentId,
      name,
      item,
      is: positive ? 'positive' : 'unanswered',
      label: value === null ? null : (label ?? String(value)),
      on: newest.on,
    }));
}

function hasOpenSafetyAlert(instrumentId: string, { openAlerts }: Brief): boolean {
  return openAlerts.some(
    (alert) => alert.instrumentId === instrumentId && /^S\d$/.test(alert.rule),
  );
}

function unsentOf({ instrumentId, unsentRiskAnswer }: CheckIn, brief: Brief): RiskAnswer[] {
  if (unsentRiskAnswer === null) return [];
  const { item, value, answeredAt } = unsentRiskAnswer;
  const known = instrument(instrumentId);
  return [
    {
      instrumentId,
      name: measureName(instrumentId),
      item,
      is: 'notSent',
      label: (known === null ? null : answerLabel(known, item, value)) ?? String(value),
      on: dateInZone(answeredAt, brief.timeZone),
    },
  ];
}
