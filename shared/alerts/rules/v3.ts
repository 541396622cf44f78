import { atLeast } from '../../scoring/rounding.ts';
import { filledForm, longestRun, spreadOf } from '../history/given-answers.ts';
import { clears, type FormRule, fires } from './rule.ts';
import { validityEvidence } from './validity-evidence.ts';

/**
 * V3, long run of one answer: on a measure of at least ten items, one answer to at least 80 % of
 * them in a row, while all answers lie close together. Never for a run of what is best on every item
 * ("not at all" down the page): that is how a client who is well answers. A flag to check the answers
 * with the client; clears with a later form that was not answered so.
 */
export const v3: FormRule<'items' | 'run' | 'spread'> = (answers, rule) => {
  const { instrument, newest } = answers;
  const { given, itemCount } = filledForm(answers);
  if (itemCount < rule.number('items') || given.length === 0) return null;
  const run = longestRun(given);
  const spread = spreadOf(given);
  const isLong = atLeast(run.length / itemCount, rule.number('run'));
  const isNarrow = atLeast(rule.number('spread'), spread);
  if (!isLong || !isNarrow || run.every(({ best }) => best)) return clears(rule, instrument);
  const seen = { longestRun: run.length, spread, threshold: rule.number('run') * itemCount };
  return fires(rule, instrument, 'info', validityEvidence(newest, given, seen));
};
