import { describe, expect, it } from 'vitest';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { choicesOf } from '#shared/instruments/choices.ts';
import { INSTRUMENTS, instrument } from '#shared/instruments/registry.ts';
import { countCutOff } from '#shared/scoring/counts.ts';
import { score } from '#shared/scoring/score.ts';

function known(id: string): Instrument {
  const found = instrument(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

/** The first, or the last, choice of every item as printed. */
function atEnd(measure: Instrument, end: 'lowest' | 'highest'): Answers {
  return measure.items.map((item) => {
    const values = choicesOf(measure, item).map(({ value }) => value);
    return end === 'lowest' ? Math.min(...values) : Math.max(...values);
  });
}

const every = (measure: Instrument, value: number | null): Answers =>
  measure.items.map(() => value);

describe('the DASS-21', () => {
  const dass21 = known('dass21');

  it('is scored doubled, and its bands are for doubled scores', () => {
    const result = score(dass21, every(dass21, 1));
    expect(result).toMatchObject({
      status: 'profile',
      subscales: [
        { id: 'depression', total: 14 },
        { id: 'anxiety', total: 14 },
        { id: 'stress', total: 14 },
      ],
    });
  });

  it('gives even scores only, as long as all is answered', () => {
    const result = score(dass21, every(dass21, 0).with(2, 3).with(4, 2));
    expect(result).toMatchObject({ subscales: [{ id: 'depression', total: 10 }, {}, {}] });
  });

  it('asks the depression items in their own order: item 3, and not item 1', () => {
    const third = score(dass21, every(dass21, 0).with(2, 3));
    const first = score(dass21, every(dass21, 0).with(0, 3));
    expect([third, first]).toMatchObject([
      { subscales: [{ total: 6 }, { total: 0 }, { total: 0 }] },
      { subscales: [{ total: 0 }, { total: 0 }, { total: 6 }] },
    ]);
  });

  it('forgives one blank a subscale', () => {
    expect(score(dass21, every(dass21, 1).with(2, null))).toMatchObject({
      prorated: true,
      subscales: [{ id: 'depression', total: 14 }, { id: 'anxiety' }, { id: 'stress' }],
    });
    const two = score(dass21, every(dass21, 1).with(2, null).with(4, null));
    expect(two).toMatchObject({ subscales: [{ id: 'anxiety' }, { id: 'stress' }] });
  });
});

describe('the RSES', () => {
  const rses = known('rses');

  it('reverses the items of its own order (2, 5, 6, 8, 9), not those of the other one', () => {
    const agreeing = score(rses, every(rses, 3));
    expect(agreeing).toMatchObject({ total: 15 });
    const best = rses.items.map(({ number }) => ([2, 5, 6, 8, 9].includes(number) ? 0 : 3));
    expect(score(rses, best)).toMatchObject({ total: 30 });
    const otherOrder = rses.items.map(({ number }) => ([3, 5, 8, 9, 10].includes(number) ? 0 : 3));
    expect(score(rses, otherOrder)).toMatchObject({ total: 18 });
  });
});

describe('the PHQ-15', () => {
  const phq15 = known('phq15');
  const cutOff = phq15.cutOffs.find(({ countFrom }) => countFrom !== undefined);

  it('has a cut-off of three items rated 2, which is no total of 3', () => {
    if (cutOff === undefined) throw new Error('no count cut-off');
    const mild = every(phq15, 0).fill(1, 0, 3);
    expect(score(phq15, mild)).toMatchObject({ total: 3 });
    expect(countCutOff(phq15, mild, cutOff)).toBe('notReached');
    expect(countCutOff(phq15, every(phq15, 0).fill(2, 0, 2), cutOff)).toBe('notReached');
    expect(countCutOff(phq15, every(phq15, 0).fill(2, 0, 3), cutOff)).toBe('reached');
  });

  it('counts an item that does not apply as 0, and not as missing', () => {
    const none = choicesOf(phq15, phq15.items[3] ?? {}).find(({ points }) => points === 0);
    const answers = every(phq15, 2).with(3, none?.value ?? null);
    expect(score(phq15, answers)).toMatchObject({ total: 28, prorated: false, missingItems: [] });
  });
});

describe('the PC-PTSD-5', () => {
  const pcptsd5 = known('pcptsd5');

  it('is 0 without an exposure, and nothing else is asked', () => {
    expect(score(pcptsd5, [0, null, null, null, null, null])).toMatchObject({
      total: 0,
      missingItems: [],
    });
  });

  it('has no score while the question about exposure is blank', () => {
    expect(score(pcptsd5, [null, 1, 1, 1, 1, 1])).toMatchObject({ reason: 'gateUnanswered' });
  });
});

describe('the Columbia screener', () => {
  const screener = known('cssrs_screener');

  it.each([
    ['no to all', [0, 0, null, null, null, 0, null], 'none'],
    ['a wish to be dead', [1, 0, null, null, null, 0, null], 'low'],
    ['thoughts with a method', [1, 1, 1, 0, 0, 0, null], 'moderate'],
    ['behaviour in a lifetime', [0, 0, null, null, null, 1, 0], 'moderate'],
    ['behaviour in the past 3 months', [0, 0, null, null, null, 1, 1], 'high'],
    ['some intent', [1, 1, 0, 1, 0, 0, null], 'high'],
  ])('%s', (_, answers, finding) => {
    expect(score(screener, answers)).toMatchObject({ status: 'screened', finding });
  });
});

describe('the ASQ', () => {
  const asq = known('asq');

  it('takes a refusal for positive, pending review', () => {
    const refused = score(asq, [0, null, 0, 0, null]);
    const denied = score(asq, [0, 0, 0, 0, null]);
    expect(refused).toMatchObject({ status: 'screened', tier: 'urgent' });
    expect(denied).toMatchObject({ status: 'screened', finding: 'negative', tier: null });
  });
});

describe('every measure with items', () => {
  const measures = INSTRUMENTS.filter(
    ({ items, scoring }) => items.length > 0 && scoring.method !== 'screen',
  );

  it.each(measures)('$shortTitle: complete answers give a number', (measure) => {
    for (const end of ['lowest', 'highest'] as const) {
      expect(['scored', 'profile']).toContain(score(measure, atEnd(measure, end)).status);
    }
  });

  it.each(measures.filter(({ safetyItems }) => safetyItems.length > 0))(
    '$shortTitle: a blank risk item is reported as a blank, whatever the total',
    (measure) => {
      for (const { item } of measure.safetyItems) {
        const { safety } = score(measure, atEnd(measure, 'highest').with(item - 1, null));
        expect(safety.find((answer) => answer.item === item)).toMatchObject({
          value: null,
          label: null,
          positive: false,
        });
      }
    },
  );

  it.each(measures.filter(({ reverseItems }) => reverseItems.length > 0))(
    '$shortTitle: the same answer everywhere gives neither end of the scale',
    (measure) => {
      for (const end of ['lowest', 'highest'] as const) {
        const result = score(measure, atEnd(measure, end));
        if (result.status !== 'scored') throw new Error('no total');
        expect(result.total).toBeGreaterThan(measure.range?.min ?? Number.NaN);
        expect(result.total).toBeLessThan(measure.range?.max ?? Number.NaN);
      }
    },
  );
});
