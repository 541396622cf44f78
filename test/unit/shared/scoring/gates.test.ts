import { describe, expect, it } from 'vitest';
import { validateAnswers } from '#shared/scoring/answers.ts';
import { score } from '#shared/scoring/score.ts';
import { anInstrument, aRiskItem, itemsOf, optionsFrom, prorating } from './an-instrument.ts';

/** Item 1 leads on from 1; items 2 to 4 follow. Without a yes the rest is not asked. */
const gated = anInstrument({
  options: optionsFrom(0, 1, 2, 3),
  items: itemsOf(4, {
    2: { askedWhen: { anyOf: [1], atLeast: 1 } },
    3: { askedWhen: { anyOf: [1], atLeast: 1 } },
    4: { askedWhen: { anyOf: [2, 3], atLeast: 2 } },
  }),
});

describe('items behind a gate', () => {
  it('count 0 and are not missing when they were not asked', () => {
    expect(score(gated, [0, null, null, null])).toMatchObject({
      status: 'scored',
      total: 0,
      band: 'low',
      prorated: false,
      missingItems: [],
    });
  });

  it('are missing when they were asked and left blank', () => {
    expect(score(gated, [2, 3, null, null])).toMatchObject({
      status: 'unscorable',
      reason: 'tooManyMissing',
      missingItems: [3, 4],
    });
  });

  it('add up as usual when they were asked', () => {
    expect(score(gated, [2, 1, 1, null])).toMatchObject({ total: 4, missingItems: [] });
    expect(score(gated, [2, 2, 1, 3])).toMatchObject({ total: 8, missingItems: [] });
  });

  it('are filled by the mean of those that were asked, and of no other', () => {
    const lenient = anInstrument({
      items: itemsOf(4, { 4: { askedWhen: { anyOf: [1], atLeast: 3 } } }),
      missing: prorating(1),
    });
    // Asked: items 1 to 3 with 2, 1 and a blank, so 3 x 3 / 2; item 4 adds 0 and is not counted in.
    expect(score(lenient, [2, 1, null, null])).toMatchObject({
      total: 4.5,
      prorated: true,
      missingItems: [3],
    });
  });
});

describe('a gate left blank', () => {
  it('means that there is no score, and why', () => {
    expect(score(gated, [null, null, null, null])).toMatchObject({ reason: 'nothingAnswered' });
    expect(score(gated, [null, 1, 1, null])).toMatchObject({
      status: 'unscorable',
      reason: 'gateUnanswered',
      missingItems: [1],
    });
  });

  it('does not matter where another gate has led on already', () => {
    const lenient = { ...gated, missing: prorating(1) };
    expect(score(lenient, [1, 2, null, 3])).toMatchObject({
      status: 'scored',
      total: 8,
      missingItems: [3],
    });
  });

  it('does not matter where nothing that counts hangs on it', () => {
    const extra = anInstrument({
      items: itemsOf(4, { 4: { scored: false, askedWhen: { anyOf: [1], atLeast: 1 } } }),
      missing: prorating(1),
    });
    expect(score(extra, [null, 1, 1, null])).toMatchObject({
      status: 'scored',
      total: 3,
      missingItems: [1],
    });
  });

  it('leads on where a blank counts as reached', () => {
    const loud = anInstrument({
      items: itemsOf(4, { 4: { askedWhen: { anyOf: [1, 2, 3], atLeast: 1, orBlank: true } } }),
      missing: prorating(1),
    });
    expect(score(loud, [0, 0, 0, null])).toMatchObject({ total: 0, missingItems: [] });
    expect(score(loud, [0, 0, null, 3])).toMatchObject({ total: 4, missingItems: [3] });
    expect(score(loud, [0, 0, null, null])).toMatchObject({ missingItems: [3, 4] });
  });

  it('that counts in no score is named among the missing items nevertheless', () => {
    const screenLike = anInstrument({
      options: optionsFrom(0, 1),
      items: itemsOf(3, {
        1: { scored: false },
        2: { askedWhen: { anyOf: [1], atLeast: 1 } },
        3: { askedWhen: { anyOf: [1], atLeast: 1 } },
      }),
      range: { min: 0, max: 2 },
      bands: [],
    });
    expect(score(screenLike, [0, null, null])).toMatchObject({ status: 'scored', total: 0 });
    expect(score(screenLike, [1, 1, 1])).toMatchObject({ status: 'scored', total: 2 });
    expect(score(screenLike, [null, 1, 1])).toMatchObject({
      reason: 'gateUnanswered',
      missingItems: [1],
    });
  });
});

describe('a client who goes back and changes the answer that led on', () => {
  const watched = { ...gated, safetyItems: [aRiskItem(3)] };
  const changed = [0, 3, 2, 3];

  it('loses no answer', () => {
    expect(validateAnswers(watched, changed)).toEqual({ ok: true, value: changed });
  });

  it('has no answer counted that no longer belongs there', () => {
    expect(score(watched, changed)).toMatchObject({ status: 'scored', total: 0, band: 'low' });
  });

  it('has a risk answer still reported, and said to be withdrawn', () => {
    expect(score(watched, changed).safety).toEqual([
      {
        item: 3,
        value: 2,
        label: 'choice 2',
        positive: true,
        kind: 'suicidality',
        withdrawn: true,
      },
    ]);
  });
});

describe('a risk item behind a gate', () => {
  const watched = { ...gated, safetyItems: [aRiskItem(4)] };

  it('is not "unanswered" when it was never asked', () => {
    expect(score(watched, [0, null, null, null]).safety).toEqual([]);
  });

  it('is unanswered when it was asked, and when nobody knows whether it was', () => {
    const blank = {
      item: 4,
      value: null,
      label: null,
      positive: false,
      kind: 'suicidality',
    };
    expect(score(watched, [1, 2, 0, null]).safety).toEqual([blank]);
    expect(score(watched, [1, null, 0, null]).safety).toEqual([blank]);
  });

  it('is not positive while it is blank, however low its threshold', () => {
    const low = { ...gated, safetyItems: [aRiskItem(4, { positiveFrom: 0 })] };
    expect(score(low, [1, 2, 0, null]).safety).toMatchObject([{ value: null, positive: false }]);
    expect(score(low, [1, 2, 0, 0]).safety).toMatchObject([{ value: 0, positive: true }]);
  });
});
