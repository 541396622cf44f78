import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/alerts/evaluate.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { aResponse, FIRST_DAY, historyOf, phq9Answers, phq9History } from '../a-history.ts';

/** Outcomes of the safety rules as `S1 fires urgent` or `S3 clears`. */
function safetyOutcomes(history: readonly ScoredResponse[], instrument: Instrument = phq9) {
  return evaluate(history, instrument, FIRST_DAY)
    .filter(({ rule }) => rule.startsWith('S'))
    .map((outcome) =>
      outcome.outcome === 'fires'
        ? `${outcome.rule} fires ${outcome.tier}`
        : `${outcome.rule} clears`,
    );
}

/** Two PHQ-9 responses a number of days apart, with these answers to item 9. */
function twoAnswers(first: number | null, second: number | null, days: number) {
  return phq9History(
    [
      [12, first],
      [12, second],
    ],
    days,
  );
}

describe('a positive answer to item 9', () => {
  it('is ongoing when the last positive answer lies 60 days back, new at 61', () => {
    expect(safetyOutcomes(twoAnswers(1, 1, 60))).toContain('S2 fires review');
    expect(safetyOutcomes(twoAnswers(1, 1, 61))).toContain('S1 fires urgent');
  });

  it('is new again after a "not at all"', () => {
    const history = phq9History([
      [12, 1],
      [12, 0],
      [12, 1],
    ]);
    expect(safetyOutcomes(history)).toContain('S1 fires urgent');
  });

  it('goes on across a form that left the item blank', () => {
    const history = phq9History([
      [12, 1],
      [12, null],
      [12, 1],
    ]);
    expect(safetyOutcomes(history)).toContain('S2 fires review');
  });

  it('after nothing but a blank is new', () => {
    expect(safetyOutcomes(twoAnswers(null, 1, 14))).toContain('S1 fires urgent');
  });

  it.each([
    [1, 1, 'review'],
    [1, 2, 'urgent'],
    [1, 3, 'urgent'],
    [2, 2, 'urgent'],
    [3, 2, 'urgent'],
    [2, 1, 'review'],
  ])('that was %i and is %i is ongoing: %s', (before, now, tier) => {
    expect(safetyOutcomes(twoAnswers(before, now, 14))).toContain(`S2 fires ${tier}`);
  });

  it('counts although the rest of the form cannot be scored', () => {
    const unscorable = aResponse(phq9, [null, null, null, null, null, null, null, null, 2], {
      number: 1,
      on: FIRST_DAY,
    });
    expect(safetyOutcomes([unscorable])).toEqual(['S1 fires urgent', 'S3 clears']);
  });
});

describe('item 9 left blank', () => {
  it('is said, and neither begins nor ends a risk answer', () => {
    expect(safetyOutcomes(twoAnswers(2, null, 14))).toEqual(['S3 fires review']);
  });

  it('is said although the whole form is blank', () => {
    const blank = aResponse(
      phq9,
      phq9.items.map(() => null),
      { number: 1, on: FIRST_DAY },
    );
    expect(safetyOutcomes([blank])).toEqual(['S3 fires review']);
  });

  it('clears when the item is answered, whatever the answer', () => {
    expect(safetyOutcomes(twoAnswers(null, 0, 14))).toEqual(['S3 clears']);
    expect(safetyOutcomes(twoAnswers(null, 1, 14))).toContain('S3 clears');
  });
});

describe('"not at all" to item 9', () => {
  it('clears no risk alert: it is no evidence of safety', () => {
    expect(safetyOutcomes(twoAnswers(3, 0, 14))).toEqual(['S3 clears']);
  });
});

describe('other measures and versions', () => {
  it('item 16 of the PCL-5 is information and raises no risk alert', () => {
    expect(safetyOutcomes(historyOf(pcl5, [80]), pcl5)).toEqual([]);
  });

  it('a measure without safety items raises none', () => {
    expect(safetyOutcomes(historyOf(gad7, [21]), gad7)).toEqual([]);
  });

  it('answers to another version are not compared with', () => {
    const [first, second] = twoAnswers(1, 1, 14);
    if (first === undefined || second === undefined) throw new Error('two responses expected');
    const history = [{ ...first, instrumentVersion: 99 }, second];
    expect(safetyOutcomes(history)).toContain('S1 fires urgent');
  });
});

describe('the order of responses', () => {
  it('is that of submission, not of the list', () => {
    const history = phq9History([
      [12, 0],
      [12, 1],
      [12, 2],
    ]);
    expect(safetyOutcomes(history.toReversed())).toEqual(safetyOutcomes(history));
  });

  it('within one moment is that of the ids', () => {
    const earlier = aResponse(phq9, phq9Answers(12, 0), { number: 1, on: FIRST_DAY });
    const later = aResponse(phq9, phq9Answers(12, 1), { number: 2, on: FIRST_DAY });
    expect(safetyOutcomes([later, earlier])).toContain('S1 fires urgent');
  });
});
