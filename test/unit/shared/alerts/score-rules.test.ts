import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/alerts/evaluate.ts';
import type { RuleCode } from '#shared/contracts/alert.ts';
import { addDays } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { aResponse, FIRST_DAY, historyOf, phq9History } from '../a-history.ts';

/** What one rule says at each measurement: a tier, `clears`, or `-` for no news. */
function course(rule: RuleCode, totals: readonly number[], instrument: Instrument = phq9) {
  const history = historyOf(instrument, totals);
  return history
    .map((_, index) => {
      const outcome = evaluate(history.slice(0, index + 1), instrument, FIRST_DAY).find(
        (candidate) => candidate.rule === rule,
      );
      if (outcome === undefined) return '-';
      return outcome.outcome === 'fires' ? outcome.tier : 'clears';
    })
    .join(' ');
}

describe('C1, reliable worsening since the previous score', () => {
  it('stays while the score is still that bad, and clears back within 6 of the earlier one', () => {
    expect(course('C1', [8, 14, 14, 15, 13])).toBe('- review - - clears');
  });

  it('fires again for a second jump, and clears against the score before the first', () => {
    expect(course('C1', [5, 12, 19, 17, 11, 10])).toBe('- review review - - clears');
  });

  it('does not fire for 6 points over two measurements', () => {
    expect(course('C1', [8, 11, 14])).toBe('- clears clears');
  });

  it('does not fire for a reliable improvement', () => {
    expect(course('C1', [20, 10])).toBe('- clears');
  });

  it('compares with the last score when a form between could not be scored', () => {
    const [first, last] = phq9History([
      [8, 0],
      [14, 0],
    ]);
    if (first === undefined || last === undefined) throw new Error('two responses expected');
    const between = aResponse(
      phq9,
      phq9.items.map(() => null),
      { number: 9, on: FIRST_DAY },
    );
    const outcomes = evaluate([first, between, last], phq9, FIRST_DAY);
    expect(outcomes).toContainEqual(
      expect.objectContaining({
        rule: 'C1',
        outcome: 'fires',
        evidence: expect.objectContaining({ from: expect.objectContaining({ displayed: 8 }) }),
      }),
    );
  });
});

describe('C2, reliable worsening since baseline', () => {
  it('is urgent once, then for review, and clears back within 6 of the baseline', () => {
    expect(course('C2', [8, 10, 14, 15, 13, 14])).toBe('- clears urgent review clears review');
  });
});

describe('C3, a worse severity band', () => {
  it('is information below half the reliable change, for review from it on', () => {
    expect(course('C3', [9, 10])).toBe('- info');
    expect(course('C3', [8, 10])).toBe('- info');
    expect(course('C3', [8, 11])).toBe('- review');
  });

  it('stays inside the band, and clears one point below its edge', () => {
    expect(course('C3', [9, 12, 10, 9])).toBe('- review - clears');
  });

  it('stays when the unrounded score is less than one point below the edge', () => {
    const history = historyOf(gad7, [9, 12]);
    const hovering = aResponse(gad7, [2, 2, 1, 1, 1, 1, null], {
      number: 3,
      on: addDays(FIRST_DAY, 28),
    });
    expect(hovering.score).toMatchObject({ displayed: 9, band: 'mild' });
    const outcomes = evaluate([...history, hovering], gad7, FIRST_DAY);
    expect(outcomes.some(({ rule }) => rule === 'C3')).toBe(false);
  });

  it('takes one step for a point on a scale of means', () => {
    const mean: Instrument = {
      ...gad7,
      scoring: { method: 'mean' },
      range: { min: 0, max: 3 },
      bands: [
        { min: 0, max: 0.99, label: 'low' },
        { min: 1, max: 3, label: 'high' },
      ],
    };
    expect(course('C3', [6, 8, 7, 6], mean)).toBe('- info - clears');
  });

  it('clears below the lowest edge that was crossed', () => {
    expect(course('C3', [4, 12, 16, 14, 9, 4])).toBe('- review review - clears clears');
  });

  it('knows no band that a score outside all of them left or entered', () => {
    expect(course('C3', [3, 12], { ...phq9, bands: phq9.bands.slice(1) })).toBe('- clears');
    expect(course('C3', [12, 24], { ...phq9, bands: phq9.bands.slice(0, -1) })).toBe('- clears');
  });

  it('is silent for a change inside one band', () => {
    expect(course('C3', [10, 14])).toBe('- clears');
  });
});

describe('C4, entered the clinical range', () => {
  it('needs a reliable change, and clears on the functional side', () => {
    expect(course('C4', [8, 14, 12, 9])).toBe('- review - clears');
  });

  it('is not said again while the score stays in the range', () => {
    expect(course('C4', [8, 14, 20])).toBe('- review -');
  });

  it('is not said for a crossing inside measurement error', () => {
    expect(course('C4', [9, 14])).toBe('- -');
  });
});

describe('T1, three rises in a row', () => {
  it('fires at the third and every further rise, survives a tie, clears with a fall', () => {
    expect(course('T1', [10, 11, 12, 13, 14, 14, 13])).toBe('- - - review review - clears');
  });

  it('needs half the reliable change in all', () => {
    expect(course('T1', [10, 11, 12, 13], pcl5)).toBe('- - - -');
    expect(course('T1', [10, 12, 14, 18], pcl5)).toBe('- - - review');
  });
});

describe('a measure without a reliable-change value (CES-D)', () => {
  const totals = [12, 30, 45, 60];

  it.each(['C1', 'C2', 'C4', 'T1', 'T2', 'N1', 'N2', 'R1', 'G1'] as const)(
    '%s cannot fire',
    (rule) => {
      expect(course(rule, totals, reverseFree())).toBe('- - - -');
    },
  );

  it('a worse band is information, however large the change', () => {
    expect(course('C3', totals, reverseFree())).toBe('- info - -');
  });
});

describe('a scale on which higher is better', () => {
  const turned: Instrument = {
    ...phq9,
    direction: 'higherBetter',
    safetyItems: [],
    outcome: null,
    cutOffs: phq9.cutOffs.map((cutOff) => ({ ...cutOff, op: '<=' as const })),
  };

  it.each([
    ['C1', '- review'],
    ['C2', '- urgent'],
    ['C3', '- review'],
    ['C4', '- review'],
  ] as const)('%s fires for a fall', (rule, expected) => {
    expect(course(rule, [15, 9], turned)).toBe(expected);
    expect(course(rule, [9, 15], turned)).toBe('- clears');
  });

  it('C3 clears one point above the band that was entered', () => {
    expect(course('C3', [15, 9, 8, 10], turned)).toBe('- review - clears');
  });

  it('T1 fires for three falls', () => {
    expect(course('T1', [15, 14, 13, 12], turned)).toBe('- - - review');
  });
});

/** The CES-D with plain keys, so that a history can be told by its totals. */
function reverseFree(): Instrument {
  return { ...cesd, reverseItems: [] };
}
