import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/alerts/evaluate.ts';
import type { RuleOutcome } from '#shared/contracts/alert.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { FIRST_DAY, phq9History } from '../a-history.ts';

/** Which rules fire for the newest response, with their tiers: `S1 urgent`. */
function fired(history: readonly ScoredResponse[], instrument: Instrument = phq9): string[] {
  return evaluate(history, instrument, FIRST_DAY).flatMap((outcome) =>
    outcome.outcome === 'fires' ? [`${outcome.rule} ${outcome.tier}`] : [],
  );
}

function firing(outcomes: readonly RuleOutcome[], rule: string) {
  return outcomes.find((outcome) => outcome.outcome === 'fires' && outcome.rule === rule);
}

describe('worked cases: PHQ-9 totals with item 9 in brackets, reliable change 6', () => {
  it('12(0), 10(0), 9(1): a new risk answer although the score improves', () => {
    expect(
      fired(
        phq9History([
          [12, 0],
          [10, 0],
          [9, 1],
        ]),
      ),
    ).toEqual(['S1 urgent']);
  });

  it('12(1), 13(1): ongoing, no second "new"', () => {
    expect(
      fired(
        phq9History([
          [12, 1],
          [13, 1],
        ]),
      ),
    ).toEqual(['S2 review']);
  });

  it('12(1), 13(2): ongoing and higher', () => {
    expect(
      fired(
        phq9History([
          [12, 1],
          [13, 2],
        ]),
      ),
    ).toEqual(['S2 urgent']);
  });

  it('12(0), then 14 over 8 items and item 9 blank: unanswered, prorated, band rose', () => {
    const history = phq9History([
      [12, 0],
      [14, null],
    ]);
    expect(history[1]?.score).toMatchObject({ total: 15.75, displayed: 16, prorated: true });
    expect(fired(history)).toEqual(['S3 review', 'C3 review']);
    expect(firing(evaluate(history, phq9, FIRST_DAY), 'C3')).toMatchObject({
      evidence: { points: 3.75, threshold: 3 },
    });
  });

  it('8(0), 14(0): C1 together with C2, C3 and C4', () => {
    expect(
      fired(
        phq9History([
          [8, 0],
          [14, 0],
        ]),
      ),
    ).toEqual(['C1 review', 'C2 urgent', 'C3 review', 'C4 review']);
  });

  it('8(0), 13(0): 5 points are no reliable change, but the band rose', () => {
    expect(
      fired(
        phq9History([
          [8, 0],
          [13, 0],
        ]),
      ),
    ).toEqual(['C3 review']);
  });

  it('9(0), 10(0): a crossing by one point is information', () => {
    expect(
      fired(
        phq9History([
          [9, 0],
          [10, 0],
        ]),
      ),
    ).toEqual(['C3 info']);
  });
});

describe('evidence', () => {
  it('holds both answers, their days and words', () => {
    const outcomes = evaluate(
      phq9History([
        [10, 0],
        [9, 1],
      ]),
      phq9,
      FIRST_DAY,
    );
    expect(firing(outcomes, 'S1')).toMatchObject({
      ruleVersion: 2,
      instrumentId: 'phq9',
      evidence: {
        kind: 'safetyAnswer',
        item: 9,
        now: { on: '2026-01-21', value: 1, label: 'Several days' },
        before: { on: '2026-01-07', value: 0, label: 'Not at all' },
      },
    });
  });

  it('holds both scores, the points and the threshold', () => {
    const outcomes = evaluate(
      phq9History([
        [8, 0],
        [10, 0],
        [14, 0],
      ]),
      phq9,
      FIRST_DAY,
    );
    expect(firing(outcomes, 'C2')).toMatchObject({
      evidence: {
        kind: 'change',
        against: 'baseline',
        from: { displayed: 8, on: '2026-01-07', band: 'mild' },
        to: { displayed: 14, on: '2026-02-04', band: 'moderate' },
        points: 6,
        threshold: 6,
      },
    });
  });

  it('names the cut-off that was crossed', () => {
    const outcomes = evaluate(
      phq9History([
        [8, 0],
        [14, 0],
      ]),
      phq9,
      FIRST_DAY,
    );
    expect(firing(outcomes, 'C4')).toMatchObject({ evidence: { kind: 'cutOff', cutOff: 10 } });
  });
});

describe('an earlier episode of care', () => {
  const inCareSince = '2026-03-04' as CalendarDate;
  const codes = (history: readonly ScoredResponse[]) =>
    evaluate(history, phq9, inCareSince).map(({ outcome, rule }) => `${rule} ${outcome}`);

  it('is no baseline: 2 then, 18 and 11 now is no worsening', () => {
    const story: readonly (readonly [number, number])[] = [
      [2, 0],
      [18, 0],
      [11, 0],
    ];
    expect(codes(phq9History(story, 56))).toContain('C2 clears');
    expect(codes(phq9History(story.slice(0, 2), 56))).toEqual(['S3 clears']);
  });

  it('still tells whether a risk answer is new: that looks back 60 days, whatever the episode', () => {
    const story: readonly (readonly [number, number])[] = [
      [10, 1],
      [10, 1],
    ];
    expect(codes(phq9History(story, 56))).toContain('S2 fires');
  });
});

describe('nothing to compare with', () => {
  it('a first answer raises nothing by its score, however severe', () => {
    expect(fired(phq9History([[24, 0]]))).toEqual([]);
  });

  it('a first answer that is positive on item 9 is new', () => {
    expect(fired(phq9History([[24, 3]]))).toEqual(['S1 urgent']);
  });

  it('no history, no outcome', () => {
    expect(evaluate([], phq9, FIRST_DAY)).toEqual([]);
  });
});
