import { levelName } from '../../../words/goals.ts';
import type { GoalWords, SaidRatings } from '../goal-words.ts';

const BY = { client: 'client', clinician: 'clinician' } as const;

/** Goals in English. */
export const GOALS: GoalWords = {
  value: (value, scale, level) =>
    scale === 'zeroToTen' ? `${value} of 10` : `${level ?? 'level'} (${levelName(value)})`,
  rated: (quoted, ratings) =>
    `Goal in the client's words, ${quoted}: ${ratings.map(saidBy).join('; ')}`,
  unrated: (quoted, agreed) =>
    `Goal in the client's words, ${quoted}: agreed on ${agreed}, not rated so far`,
  closed: (quoted, as, day) =>
    `Goal in the client's words, ${quoted}: ${as === 'reached' ? 'marked as reached' : 'set aside'} on ${day}`,
  target: (quoted, day) => `Goal ${quoted} (client's words) is meant to be reached by ${day}`,
  noNorm: 'Goal ratings have no norm, and changes in them were not tested',
  later: (quoted, by) => `goal ${quoted} (client's words), rated by the ${BY[by]}:`,
  letter: (quoted, { latest, first }) =>
    `Your goal in your own words, ${quoted}: you rated it ${latest.value} on ${latest.day}${first === null ? '' : `, and ${first.value} on ${first.day}`}`,
  letterReached: (quoted, day) =>
    `Your goal in your own words, ${quoted}, was marked as reached on ${day}`,
};

function saidBy({ by, latest, first }: SaidRatings): string {
  const before = first === null ? '' : `, first ${first.value} on ${first.day}`;
  return `rated by the ${BY[by]} ${latest.value} on ${latest.day}${before}`;
}
