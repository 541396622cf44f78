import { filledForm } from '../history/given-answers.ts';
import { clears, type FormRule, fires } from './rule.ts';
import { validityEvidence } from './validity-evidence.ts';

/** Fewest answers between which there is a time. */
const FEWEST = 2;

/**
 * V2, answered too fast: less than two seconds an item between the first and the last answer. Not
 * judged where that time is not known. A flag to check the answers with the client; clears with a
 * later form that took longer.
 */
export const v2: FormRule<'perItem'> = (answers, rule) => {
  const { instrument, newest, seconds } = answers;
  const { given } = filledForm(answers);
  if (seconds === null || given.length < FEWEST) return null;
  const threshold = rule.number('perItem');
  // The time runs from the first answer, so it holds one answer less than there are.
  if (seconds >= threshold * (given.length - 1)) return clears(rule, instrument);
  const seen = { seconds, threshold };
  return fires(rule, instrument, 'info', validityEvidence(newest, given, seen));
};
