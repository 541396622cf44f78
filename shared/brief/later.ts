import type { BriefFacts, LaterResults, LaterRiskAnswer } from '../contracts/brief.ts';
import type { AnsweredForm, MeasureTrend } from '../contracts/measure-line.ts';
import { openAlerts } from './alert-lists.ts';
import type { DividedFacts } from './as-of.ts';

/**
 * What was answered after the session: scores without any comparison, risk answers that are positive or
 * blank, alerts. Takes the lines and forms of the later responses by themselves.
 */
export function laterResults(
  after: DividedFacts['after'],
  lines: readonly MeasureTrend[],
  forms: readonly AnsweredForm[],
): Omit<LaterResults, 'goalRatings'> {
  return {
    scores: lines
      .filter(({ role }) => role !== 'subscale')
      .flatMap(({ measureId, name, role, measure, scores }) =>
        scores.map(({ on, displayed, finding }) => ({
          measureId,
          name,
          role,
          measure,
          on,
          displayed,
          finding,
        })),
      )
      .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on))),
    riskAnswers: forms.flatMap(riskAnswersOf),
    alerts: openAlerts(after.alerts),
    unsent: unsentOf(after.checkIns),
  };
}

function riskAnswersOf({ instrumentId, name, answered }: AnsweredForm): LaterRiskAnswer[] {
  return answered.flatMap(({ on, safety }) =>
    safety
      .filter(({ positive, value }) => positive || value === null)
      .map((answer) => ({ instrumentId, name, on, answer })),
  );
}

function unsentOf(checkIns: BriefFacts['checkIns']): BriefFacts['checkIns'] {
  return checkIns.filter(({ unsentRiskAnswer }) => unsentRiskAnswer !== null);
}
