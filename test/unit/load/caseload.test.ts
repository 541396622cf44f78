import { expect, it } from 'vitest';
import { aCaseload, scoreAndAlert, sumAnswers } from '#test/load/knowledge/caseload.ts';
import { measureCaseload } from '#test/load/knowledge/measure.ts';

it('a caseload holds as many responses as it was asked for', () => {
  expect(aCaseload(200).map((responses) => responses.length)).toEqual([50, 50, 50, 50]);
});

it('both ways go through the same answers, and only one finds alerts', () => {
  const caseload = aCaseload(500);
  const judged = scoreAndAlert(caseload);
  const summed = sumAnswers(caseload);
  expect(judged.responses).toBe(500);
  expect(judged.points).toBe(summed.points);
  expect(judged.alerts).toBeGreaterThan(0);
});

it('says responses per second and how many times longer judging takes, by the clock it is given', () => {
  // Each look at the clock is a millisecond later: every pass takes one.
  let time = 0;
  const figures = measureCaseload(100, 3, () => (time += 1));
  expect(figures).toMatchObject({
    responses: 100,
    scoredAndAlertedPerSecond: 100_000,
    summedPerSecond: 100_000,
    scoredAndAlertedToSummed: 1,
  });
});
