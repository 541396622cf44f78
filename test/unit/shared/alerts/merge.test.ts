import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/alerts/evaluate.ts';
import { applyOutcomes, type OpenAlert } from '#shared/alerts/merge.ts';
import type { RuleOutcome } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AlertId } from '#shared/contracts/ids.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { FIRST_DAY, phq9History } from '../a-history.ts';

const NOW = '2026-02-04T20:00:00.000Z' as Instant;
const ALERT = '00000000-0000-7000-8000-0000000000aa' as AlertId;

type Pairs = Parameters<typeof phq9History>[0];

/** Outcomes of one rule at the newest measurement of a PHQ-9 history. */
function outcomes(rule: string, pairs: Pairs): RuleOutcome[] {
  return evaluate(phq9History(pairs), phq9, FIRST_DAY).filter((outcome) => outcome.rule === rule);
}

/** The alert that a history opened for one rule, as the database holds it. */
function openAlert(rule: string, pairs: Pairs): OpenAlert {
  const [change] = applyOutcomes([], outcomes(rule, pairs), NOW);
  if (change?.change !== 'open') throw new Error(`${rule} does not open an alert`);
  const { tier, instrumentId, evidence } = change;
  return {
    alertId: ALERT,
    rule: change.rule,
    instrumentId,
    tier,
    evidence: [...evidence],
    status: 'open',
    snoozed: null,
  };
}

describe('a rule that fires', () => {
  it('opens an alert with its evidence', () => {
    expect(
      applyOutcomes(
        [],
        outcomes('S1', [
          [12, 0],
          [12, 1],
        ]),
        NOW,
      ),
    ).toMatchObject([
      {
        change: 'open',
        rule: 'S1',
        ruleVersion: 2,
        instrumentId: 'phq9',
        tier: 'urgent',
        openedAt: NOW,
        latestAt: NOW,
        evidence: [{ kind: 'safetyAnswer', item: 9 }],
      },
    ]);
  });

  it('joins the open alert of its rule and measure instead of opening a second one', () => {
    const open = openAlert('S2', [
      [12, 1],
      [12, 1],
    ]);
    const [change, ...others] = applyOutcomes(
      [open],
      outcomes('S2', [
        [12, 1],
        [12, 1],
        [12, 2],
      ]),
      NOW,
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      change: 'gather',
      alertId: ALERT,
      tier: 'urgent',
      latestAt: NOW,
    });
    expect(change?.change === 'gather' ? change.evidence.length : 0).toBe(2);
  });

  it('never lowers the tier of an alert that nobody has read', () => {
    const open = openAlert('S2', [
      [12, 1],
      [12, 3],
    ]);
    expect(open.tier).toBe('urgent');
    const later = applyOutcomes(
      [open],
      outcomes('S2', [
        [12, 1],
        [12, 3],
        [12, 1],
      ]),
      NOW,
    );
    expect(later).toMatchObject([{ change: 'gather', tier: 'urgent' }]);

    const worse = openAlert('C2', [
      [8, 0],
      [14, 0],
    ]);
    const still = applyOutcomes(
      [worse],
      outcomes('C2', [
        [8, 0],
        [14, 0],
        [15, 0],
      ]),
      NOW,
    );
    expect(still).toMatchObject([{ change: 'gather', tier: 'urgent' }]);
  });

  it('opens a new alert after the last one was acknowledged, at the tier of the day', () => {
    const read: OpenAlert = {
      ...openAlert('C2', [
        [8, 0],
        [14, 0],
      ]),
      status: 'acknowledged',
    };
    const later = applyOutcomes(
      [read],
      outcomes('C2', [
        [8, 0],
        [14, 0],
        [15, 0],
      ]),
      NOW,
    );
    expect(later).toMatchObject([{ change: 'open', rule: 'C2', tier: 'review' }]);
  });

  it('changes nothing the second time for the same response', () => {
    for (const rule of ['S1', 'C1', 'C3']) {
      const pairs: Pairs = [
        [4, 0],
        [14, 1],
      ];
      expect(applyOutcomes([openAlert(rule, pairs)], outcomes(rule, pairs), NOW)).toEqual([]);
    }
    const run: Pairs = [
      [10, 0],
      [11, 0],
      [12, 0],
      [13, 0],
    ];
    expect(applyOutcomes([openAlert('T1', run)], outcomes('T1', run), NOW)).toEqual([]);
  });

  it('leaves the alert of another measure alone', () => {
    const other: OpenAlert = { ...openAlert('S1', [[12, 1]]), instrumentId: 'phqa' };
    expect(applyOutcomes([other], outcomes('S1', [[12, 1]]), NOW)).toMatchObject([
      { change: 'open', instrumentId: 'phq9' },
    ]);
  });
});

describe('a rule that clears', () => {
  it('resolves its open alert', () => {
    const open = openAlert('C1', [
      [8, 0],
      [14, 0],
    ]);
    expect(
      applyOutcomes(
        [open],
        outcomes('C1', [
          [8, 0],
          [14, 0],
          [9, 0],
        ]),
        NOW,
      ),
    ).toEqual([{ change: 'resolve', alertId: ALERT, at: NOW }]);
  });

  it('means nothing when no alert is open', () => {
    expect(
      applyOutcomes(
        [],
        outcomes('C1', [
          [8, 0],
          [8, 0],
        ]),
        NOW,
      ),
    ).toEqual([]);
  });

  it('never resolves a risk answer: only a person does', () => {
    for (const rule of ['S1', 'S2'] as const) {
      const open: OpenAlert = { ...openAlert('S1', [[12, 1]]), rule };
      const clearing: RuleOutcome = {
        outcome: 'clears',
        rule,
        ruleVersion: 1,
        instrumentId: 'phq9',
      };
      expect(applyOutcomes([open], [clearing], NOW)).toEqual([]);
    }
  });
});

describe('several safety items of one measure', () => {
  const [first] = outcomes('S1', [[12, 1]]);
  const clearing: RuleOutcome = {
    outcome: 'clears',
    rule: 'S3',
    ruleVersion: 1,
    instrumentId: 'phq9',
  };

  it('share one alert, at the higher tier', () => {
    if (first?.outcome !== 'fires' || first.evidence.kind !== 'safetyAnswer') {
      throw new Error('S1 fires');
    }
    const second: RuleOutcome = {
      ...first,
      tier: 'emergency',
      evidence: { ...first.evidence, item: 8 },
    };
    expect(applyOutcomes([], [first, second], NOW)).toMatchObject([
      { change: 'open', tier: 'emergency', evidence: [{ item: 9 }, { item: 8 }] },
    ]);
  });

  it('one still blank keeps the alert open although another was answered', () => {
    const blank = outcomes('S3', [[12, null]]);
    const open = openAlert('S3', [[12, null]]);
    const again = outcomes('S3', [
      [12, null],
      [12, null],
    ]);
    expect(applyOutcomes([open], [clearing, ...again], NOW)).toMatchObject([{ change: 'gather' }]);
    expect(applyOutcomes([open], [clearing, ...blank], NOW)).toEqual([]);
  });
});
