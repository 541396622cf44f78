import { describe, expect, it } from 'vitest';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { validateAnswers } from '#shared/scoring/answers.ts';

const COMPLETE = [0, 1, 2, 3, 0, 1, 2];

describe('answers to the GAD-7', () => {
  it('are taken as they are, blanks included', () => {
    const answers = [...COMPLETE.slice(0, 6), null];
    expect(validateAnswers(gad7, answers)).toEqual({ ok: true, value: answers });
  });

  it.each([
    ['a list that ends early', COMPLETE.slice(0, 5), 'missingEntry', 6],
    ['an empty list', [], 'missingEntry', 1],
    ['one answer too many', [...COMPLETE, 0], 'extraEntry', 8],
    ['a blank too many', [...COMPLETE, null], 'extraEntry', 8],
    ['a value above the options', COMPLETE.with(2, 4), 'notAnOption', 3],
    ['a value below the options', COMPLETE.with(2, -1), 'notAnOption', 3],
    ['a survey code for "refused"', COMPLETE.with(6, 7), 'notAnOption', 7],
    ['half a point', COMPLETE.with(0, 1.5), 'notWhole', 1],
    ['not a number', COMPLETE.with(1, Number.NaN), 'notWhole', 2],
    ['text', ['1', ...COMPLETE.slice(1)], 'notWhole', 1],
    ['a hole', [undefined, ...COMPLETE.slice(1)], 'notWhole', 1],
  ])('are refused with the item named: %s', (_, answers, reason, item) => {
    expect(validateAnswers(gad7, answers)).toEqual({ ok: false, refusal: { reason, item } });
  });
});
