import type { Instrument } from '../contracts/instrument.ts';
import type { Answers, Score } from '../contracts/response.ts';
import { type AskedItems, gateItems } from './asked.ts';

/** Why a form gets no score. */
export type UnscorableReason = Extract<Score, { status: 'unscorable' }>['reason'];

/**
 * Items that were asked and left blank. A question that counts in no score is among them only when
 * it decides what is asked next.
 */
export function blankItems(instrument: Instrument, answers: Answers, asked: AskedItems): number[] {
  const gates = gateItems(instrument);
  return instrument.items
    .filter(({ number, scored }) => scored !== false || gates.has(number))
    .map(({ number }) => number)
    .filter((number) => asked.get(number) === 'asked' && (answers[number - 1] ?? null) === null);
}

/** What rules out a number before any is worked out; null when nothing does. */
export function obstacle(
  { items }: Instrument,
  answers: Answers,
  asked: AskedItems,
): Exclude<UnscorableReason, 'tooManyMissing'> | null {
  if (answers.every((answer) => answer === null)) return 'nothingAnswered';
  const undecided = items.some(
    ({ number, scored }) => scored !== false && asked.get(number) === 'unknown',
  );
  return undecided ? 'gateUnanswered' : null;
}
