import type { Instrument } from '../contracts/instrument.ts';
import type { Answers, Score } from '../contracts/response.ts';
import { validateAnswers } from './answers.ts';
import { bandOf } from './band.ts';
import { roundHalfUp } from './rounding.ts';
import { safetyAnswers } from './safety.ts';
import { totals } from './total.ts';

/**
 * Scores answers that {@link validateAnswers} accepted. Reverse items are reversed here and
 * nowhere else; blanks are filled by the instrument's missing-item rule; what that rule does not
 * allow is `unscorable`, never a number. Safety answers are reported in either case.
 *
 * Throws when the answers do not fit the instrument: the caller skipped the check.
 */
export function score(instrument: Instrument, answers: Answers): Score {
  const checked = validateAnswers(instrument, answers);
  if (!checked.ok) {
    const { reason, item } = checked.refusal;
    throw new TypeError(`answers do not fit ${instrument.id}: ${reason} at item ${item}`);
  }
  const safety = safetyAnswers(instrument, answers);
  const missingItems = instrument.items
    .map((item) => item.number)
    .filter((number) => answers[number - 1] === null);
  if (missingItems.length === answers.length) {
    return { status: 'unscorable', reason: 'nothingAnswered', missingItems, safety };
  }
  const sums =
    missingItems.length > instrument.missing.maxMissing ? null : totals(instrument, answers);
  if (sums === null) {
    return { status: 'unscorable', reason: 'tooManyMissing', missingItems, safety };
  }
  const displayed = roundHalfUp(sums.total);
  return {
    status: 'scored',
    total: sums.total,
    displayed,
    band: bandOf(instrument, displayed)?.label ?? null,
    prorated: missingItems.length > 0,
    missingItems,
    subscales: sums.subscales,
    safety,
  };
}
