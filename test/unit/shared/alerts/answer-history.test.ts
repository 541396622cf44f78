import { expect, it } from 'vitest';
import { answerHistory } from '#shared/alerts/history/answer-history.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { phq9History, responseId } from '../a-history.ts';

it('a response lies between those before and those after it, and is none of them', () => {
  const history = phq9History([
    [8, 0],
    [9, 0],
    [10, 0],
  ]);
  const seen = answerHistory(history.toReversed(), phq9, { judged: responseId(2) });
  expect(seen?.newest).toBe(history[1]);
  expect(seen?.earlier).toEqual(history.slice(0, 1));
  expect(seen?.later).toEqual(history.slice(2));
});
