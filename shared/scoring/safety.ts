import type { Instrument } from '../contracts/instrument.ts';
import type { Answers, SafetyAnswer } from '../contracts/response.ts';

/**
 * What was answered to each safety item, apart from any total. A blank is neither positive nor
 * negative: it is reported as a blank, because reading it as 0 would hide a risk.
 */
export function safetyAnswers(instrument: Instrument, answers: Answers): SafetyAnswer[] {
  return instrument.safetyItems.map(({ item, positiveFrom, kind }) => {
    const value = answers[item - 1] ?? null;
    const option = instrument.options.find((candidate) => candidate.value === value);
    return {
      item,
      value,
      label: option?.label ?? null,
      positive: value !== null && value >= positiveFrom,
      kind,
    };
  });
}
