import { describe, expect, it } from 'vitest';
import { checkFormAnswers } from '#shared/forms/check-answers.ts';
import { measure } from '#shared/measures/lookup.ts';
import { measuresOfForm, readingsOfForm } from '#shared/measures/of-form.ts';
import { DIARY } from './a-form.ts';

const FORM = `form:${DIARY.formId}`;

describe('answers to an own form', () => {
  it('are taken as given, blanks included', () => {
    for (const answers of [
      [3, 2, 'rain '],
      [null, null, null],
      [0, 4, null],
    ]) {
      expect(checkFormAnswers(DIARY, answers)).toEqual({ ok: true, value: answers });
    }
  });

  it('of white space alone are no answer', () => {
    expect(checkFormAnswers(DIARY, [1, 0, ' \n'])).toEqual({ ok: true, value: [1, 0, null] });
  });

  it.each([
    ['a list that ends early', [3, 2], 'missingEntry', 3],
    ['one answer too many', [3, 2, 'x', 1], 'extraEntry', 4],
    ['a rating beyond the scale', [6, 2, 'x'], 'notOffered', 1],
    ['a rating below the scale', [-1, 2, 'x'], 'notOffered', 1],
    ['half a point', [2.5, 2, 'x'], 'notWhole', 1],
    ['a choice that is not offered', [3, 1, 'x'], 'notOffered', 2],
    ['words for a choice', [3, 'No', 'x'], 'notWhole', 2],
    ['a number for words', [3, 2, 7], 'notText', 3],
    ['a character no database keeps', [3, 2, 'a\u0000b'], 'notText', 3],
    ['more words than fit', [3, 2, 'x'.repeat(21)], 'tooLong', 3],
    ['a hole', [undefined, 2, 'x'], 'notWhole', 1],
  ])('are refused with the item named: %s', (_, answers, reason, item) => {
    expect(checkFormAnswers(DIARY, answers)).toEqual({ ok: false, refusal: { reason, item } });
  });
});

describe('the measures of an own form', () => {
  const measures = measuresOfForm(DIARY);

  it('are its ratings and choices, trended and compared with nothing', () => {
    expect(measures).toMatchObject([
      { id: `${FORM}.urge`, shortTitle: 'Urge', range: { min: 0, max: 5 }, step: 1 },
      { id: `${FORM}.walk`, title: 'Evening diary: Walk', range: { min: 0, max: 4 }, step: 2 },
    ]);
    for (const own of measures) {
      expect(own).toMatchObject({
        instrumentId: FORM,
        standing: 'own',
        trend: true,
        bands: [],
        bandsSource: 'an own form states none',
        cutOffs: [],
        reliableChange: null,
        otherReliableChange: [],
        minimallyImportant: [],
        outcome: null,
        nonResponse: [],
      });
    }
  });

  it('are read from the answers; a blank gives no number', () => {
    expect(readingsOfForm(DIARY, [3, null, 'rain'])).toEqual([
      { measureId: `${FORM}.urge`, total: 3, displayed: 3, band: null, prorated: false },
    ]);
  });

  it('are found by their id among the practice’s own', () => {
    expect(measure(`${FORM}.walk`, 1, measures)).toBe(measures[1]);
    expect(measure(`${FORM}.note`, 1, measures)).toBeNull();
  });
});
