import { atLeast } from '../../scoring/rounding.ts';
import { filledForm, longestRun } from '../history/given-answers.ts';
import { clears, type FormRule, fires } from './rule.ts';
import { validityEvidence } from './validity-evidence.ts';

/**
 * V1, straight-lining: the same answer to every question of a scale that asks in both directions, so
 * that the answers contradict each other. Not where the total is the lowest or the highest there is:
 * then they don't. A flag to check the answers with the client; no score and no other alert changes
 * by it. Clears with a later form that was not answered so.
 */
export const v1: FormRule = (answers, rule) => {
  const { instrument, newest } = answers;
  const { score } = newest;
  const { range, reverseItems } = instrument;
  if (reverseItems.length === 0 || score.status !== 'scored' || range === null) return null;
  const { given } = filledForm(answers);
  const run = longestRun(given).length;
  const isAtEnd = atLeast(range.min, score.total) || atLeast(score.total, range.max);
  if (run < given.length || isAtEnd) return clears(rule, instrument);
  const seen = { longestRun: run, threshold: given.length };
  return fires(rule, instrument, 'info', validityEvidence(newest, given, seen));
};
