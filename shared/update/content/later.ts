import { type Piece, piece } from '../piece.ts';
import { quotedPlain } from '../plain.ts';
import { alertEntries } from './alert-list.ts';
import { unsentRiskTexts } from './check-ins.ts';
import { laterGoalRatings } from './goals.ts';
import { isPrivateForm } from './private-forms.ts';
import { said } from './risk-answers.ts';
import { dayOf, nameOf, nameOfId, numberOf, type Teller } from './teller.ts';

/** Scores after the session that are named one by one in a text of usual length. */
const NAMED = 3;

/**
 * What came after the session, apart from it and compared with nothing. Risk answers and alerts are
 * always told: a note written late is read by somebody who may not have seen them.
 */
export function laterResults(teller: Teller): Piece[] {
  const { later } = teller.brief;
  if (later === null) return [];
  const { language } = teller;
  const told = later.scores.filter(
    ({ measureId }) => !isPrivateForm(measureId, teller.brief.forms),
  );
  const ofMeasures = told.flatMap((score) => {
    const { displayed, finding, on } = score;
    if (finding !== null) {
      return language.later.score(nameOf(score), quotedPlain(finding.label), dayOf(teller, on));
    }
    if (displayed === null) return [];
    const number = numberOf(teller, score, displayed);
    return language.later.score(nameOf(score), number, dayOf(teller, on));
  });
  const scores = [...ofMeasures, ...laterGoalRatings(teller)];
  const risk = later.riskAnswers
    .filter(({ answer }) => answer.kind !== 'partnerViolence')
    .map(({ instrumentId, on, answer }) => {
      const subject = language.risk.subject(nameOfId(teller, instrumentId), answer.item);
      return language.risk.short(subject, said(answer), dayOf(teller, on));
    });
  const alerts = alertEntries(later.alerts, teller);
  return [
    ...listed(scores.slice(-NAMED), (named) =>
      piece('done', 'completion', language.later.scores(named)),
    ),
    ...listed(scores.slice(0, -NAMED), (named) =>
      piece('done', 'full', language.later.scores(named)),
    ),
    ...listed(risk, (named) => piece('report', 'vital', language.later.risk(named))),
    ...unsentRiskTexts(later.unsent, teller).flatMap((text) => piece('report', 'vital', text)),
    ...listed(alerts, (named) => piece('appraisal', 'vital', language.later.alerts(named))),
  ];
}

function listed(
  texts: readonly string[],
  say: (named: readonly string[]) => readonly Piece[],
): readonly Piece[] {
  return texts.length === 0 ? [] : say(texts);
}
