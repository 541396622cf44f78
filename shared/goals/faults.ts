import type { Goal } from '../contracts/goal.ts';

/**
 * What is wrong with a goal as it was typed. `wordsMissing`: nothing in it can be read.
 * `levelMissing`: a level of goal-attainment scaling has no words; all five are put into words before
 * anybody rates (Kiresuk and Sherman 1968). `levelsAlike`: two levels are the same words, so nobody
 * could tell them apart. `targetTooEarly`: to be reached before it was agreed.
 */
export type GoalFault = 'wordsMissing' | 'levelMissing' | 'levelsAlike' | 'targetTooEarly';

const READABLE = /[\p{L}\p{N}\p{S}]/u;

/** Everything that is wrong with a goal; empty when it can be kept. */
export function goalFaults({
  words,
  scale,
  agreedOn,
  targetOn,
}: Pick<Goal, 'words' | 'scale' | 'agreedOn' | 'targetOn'>): GoalFault[] {
  const levels = scale.kind === 'attainment' ? scale.levels.map(folded) : [];
  return [
    ...faultIf('wordsMissing', !READABLE.test(words)),
    ...faultIf(
      'levelMissing',
      levels.some((level) => !READABLE.test(level)),
    ),
    ...faultIf('levelsAlike', new Set(levels).size < levels.length),
    ...faultIf('targetTooEarly', targetOn !== null && targetOn < agreedOn),
  ];
}

/** As people compare words: case, blanks around and kinds of blanks make no difference. */
function folded(words: string): string {
  return words.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('en');
}

function faultIf(fault: GoalFault, isThere: boolean): GoalFault[] {
  return isThere ? [fault] : [];
}
