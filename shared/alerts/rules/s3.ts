import type { AnswerHistory } from '../history/answer-history.ts';
import { compareSafety, isLeftBlank, safetyEvidence } from '../history/safety-points.ts';
import { clears, fires, type ItemRule } from './rule.ts';

/**
 * S3, risk question not answered: the form was submitted with the item left blank, whether or not
 * the rest could be scored. For review. Clears when the item is answered on a later form, be it
 * positive (then S1 or S2 speaks) or not; an older form that is recorded afterwards answers nothing
 * for a later one. One alert speaks for all risk questions of a form, so none of them may still be
 * blank. A question that was not put is neither blank nor answered.
 */
export const s3: ItemRule = (answers, item, rule) => {
  const compared = compareSafety(answers, item);
  if (!compared.asked) return null;
  if (compared.now.value === null) {
    return fires(rule, answers.instrument, 'review', safetyEvidence(item, compared));
  }
  return isAnyBlankLater(answers) ? null : clears(rule, answers.instrument);
};

function isAnyBlankLater({ instrument, later }: AnswerHistory): boolean {
  const risk = instrument.safetyItems.filter(({ kind }) => kind === 'suicidality');
  return later.some((response) => risk.some(({ item }) => isLeftBlank(response, item)));
}
