import { describe, expect, it } from 'vitest';
import { checkForm } from '#shared/forms/check-form.ts';
import { DIARY } from './a-form.ts';

const [rating, choice, text] = DIARY.items;
const withItem = (...items: unknown[]) => ({ ...DIARY, items });

describe('an own form', () => {
  it('is taken as it was put together', () => {
    expect(checkForm(DIARY)).toEqual({ ok: true, value: DIARY });
  });

  it.each([
    ['without a title', { ...DIARY, title: ' ' }, 'noWords', null],
    ['with a title too long', { ...DIARY, title: 'x'.repeat(81) }, 'wordsTooLong', null],
    ['without items', withItem(), 'noItems', null],
    ['with 31 items', withItem(...Array.from({ length: 31 }, () => rating)), 'tooManyItems', null],
    ['with an item twice', withItem(rating, choice, rating), 'sameItemTwice', 3],
    [
      'with two questions of one name',
      withItem(rating, { ...rating, id: 'again' }),
      'sameNameTwice',
      2,
    ],
    ['with an item of no kind', withItem(rating, { ...choice, kind: 'slider' }), 'malformed', 2],
    ['with an item id of capitals', withItem({ ...rating, id: 'Urge' }), 'malformed', 1],
    ['that asks nothing', withItem(rating, { ...text, text: '' }), 'noWords', 2],
    ['with a pole without words', withItem({ ...rating, maxLabel: '' }), 'noWords', 1],
    ['with a scale beyond 10', withItem({ ...rating, max: 11 }), 'scaleOutside', 1],
    ['with a scale below 0', withItem({ ...rating, min: -1 }), 'scaleOutside', 1],
    ['with half points', withItem({ ...rating, max: 4.5 }), 'scaleOutside', 1],
    ['with one point only', withItem({ ...rating, min: 5 }), 'scaleBackwards', 1],
    [
      'with one choice',
      withItem({ ...choice, options: [{ value: 0, label: 'No' }] }),
      'tooFewChoices',
      1,
    ],
    [
      'with eight choices',
      withItem({
        ...choice,
        options: Array.from({ length: 8 }, (_, value) => ({ value, label: `${value}` })),
      }),
      'tooManyChoices',
      1,
    ],
    [
      'with two choices of one value',
      withItem({
        ...choice,
        options: [
          { value: 1, label: 'a' },
          { value: 1, label: 'b' },
        ],
      }),
      'sameChoiceTwice',
      1,
    ],
    [
      'with two choices of one wording',
      withItem({
        ...choice,
        options: [
          { value: 1, label: 'Yes' },
          { value: 2, label: 'yes ' },
        ],
      }),
      'sameChoiceTwice',
      1,
    ],
    ['with a text without end', withItem({ ...text, maxLength: 2001 }), 'textLimitOutside', 1],
    ['that is none', 'a form', 'malformed', null],
  ])('%s is refused', (_, candidate, reason, item) => {
    expect(checkForm(candidate)).toEqual({ ok: false, refusal: { reason, item } });
  });
});

describe('an own form claims no norm', () => {
  it.each([
    ['bands', { bands: [{ min: 0, max: 5, label: 'mild' }] }],
    ['a cut-off', { cutOff: 3 }],
    ['a reliable-change value', { reliableChange: 2 }],
  ])('it has no place for %s', (_, claim) => {
    expect(checkForm({ ...DIARY, ...claim })).toMatchObject({
      refusal: { reason: 'unknownField', item: null },
    });
    expect(checkForm(withItem({ ...rating, ...claim }))).toMatchObject({
      refusal: { reason: 'unknownField', item: 1 },
    });
  });

  it.each(['PHQ-9', 'my PHQ 9, weekly', 'phq9', 'Generalized Anxiety Disorder-7 (short)'])(
    'its title borrows no measure’s name: %s',
    (title) => {
      expect(checkForm({ ...DIARY, title })).toMatchObject({
        refusal: { reason: 'namedAfterMeasure' },
      });
    },
  );

  it.each(['Nine questions', 'PHQ-like diary', 'Anxiety diary'])('%s is no such name', (title) => {
    expect(checkForm({ ...DIARY, title }).ok).toBe(true);
  });
});
