import type { Answers } from '../contracts/response.ts';
import type { ScoringRule, ScreenFinding } from '../contracts/scoring-rule.ts';
import type { AskedItems } from './asked.ts';

/** The rule of a screen. */
export type ScreenRule = Extract<ScoringRule, { method: 'screen' }>;

/**
 * The first finding that holds, null when none does. Answers to items that were not asked are left
 * out; where it is not known whether one was asked, because the question before it was left blank,
 * its answer counts: what a client said about danger is not dropped over a blank.
 */
export function findingOf(
  { findings }: ScreenRule,
  answers: Answers,
  asked: AskedItems,
): ScreenFinding | null {
  return findings.find((finding) => holds(finding, answers, asked)) ?? null;
}

function holds(
  { anyOf, atLeast, orBlank }: ScreenFinding,
  answers: Answers,
  asked: AskedItems,
): boolean {
  return anyOf.some((item) => {
    const state = asked.get(item);
    const answer = answers[item - 1] ?? null;
    if (answer === null) return orBlank && state === 'asked';
    return state !== 'notAsked' && answer >= atLeast;
  });
}
