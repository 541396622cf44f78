import { describe, expect, it } from 'vitest';
import { applyOutcomes } from '#shared/alerts/merge.ts';
import { snooze } from '#shared/alerts/snooze.ts';
import type { RuleOutcome } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { anAlert, changed } from './an-alert.ts';

const MONDAY = '2026-02-02T09:00:00.000Z' as Instant;
const TUESDAY = '2026-02-03T20:00:00.000Z' as Instant;
const BY = { by: 'Dr. Ines Okafor', at: MONDAY };

const fires = (from: number, to: number): RuleOutcome => ({
  outcome: 'fires',
  rule: 'C1',
  ruleVersion: 2,
  parameters: { share: 1 },
  instrumentId: 'phq9',
  tier: 'review',
  evidence: changed(from, to),
});

describe('putting an alert aside', () => {
  it('is remembered with who did it and when, the first time', () => {
    expect(snooze(anAlert(1), BY.by, MONDAY)).toEqual({ ok: true, value: BY });
    expect(snooze(anAlert(1, { snoozed: BY }), 'Sam Roe', TUESDAY)).toEqual({
      ok: true,
      value: BY,
    });
  });

  it.each(['S1', 'S2', 'S4', 'P2'] as const)('is refused for %s', (rule) => {
    expect(snooze(anAlert(1, { rule }), BY.by, MONDAY)).toEqual({
      ok: false,
      refusal: 'mayNotWait',
    });
  });

  it('is refused for an alert that is no longer open', () => {
    expect(snooze(anAlert(1, { status: 'resolved' }), BY.by, MONDAY)).toEqual({
      ok: false,
      refusal: 'notOpen',
    });
  });
});

describe('an alert that was put aside', () => {
  const aside = anAlert(1, { snoozed: BY });
  const { alertId } = aside;

  it('comes back with new evidence, and with the numbers of that time', () => {
    expect(applyOutcomes([aside], [fires(2, 3)], TUESDAY, ['phq9'])).toMatchObject([
      { change: 'gather', alertId, parameters: { share: 1 }, evidence: [{}, {}] },
    ]);
  });

  it('comes back when the measure is answered again, whatever the rules say', () => {
    expect(applyOutcomes([aside], [], TUESDAY, ['phq9'])).toEqual([{ change: 'wake', alertId }]);
  });

  it('stays aside when another measure is answered', () => {
    expect(applyOutcomes([aside], [], TUESDAY, ['gad7'])).toEqual([]);
    expect(applyOutcomes([aside], [], TUESDAY)).toEqual([]);
  });

  it('stays aside when the answer from before is judged once more', () => {
    const before = '2026-01-21T20:00:00.000Z' as Instant;
    expect(applyOutcomes([aside], [fires(1, 2)], before, ['phq9'])).toEqual([]);
    expect(applyOutcomes([aside], [], MONDAY, ['phq9'])).toEqual([]);
  });

  it('ends with its condition', () => {
    const clears: RuleOutcome = {
      outcome: 'clears',
      rule: 'C1',
      ruleVersion: 2,
      instrumentId: 'phq9',
    };
    expect(applyOutcomes([aside], [clears], TUESDAY, ['phq9'])).toEqual([
      { change: 'resolve', alertId, at: TUESDAY },
    ]);
  });

  it('is left alone once it was closed, like one that was never put aside', () => {
    const closed = anAlert(1, { snoozed: BY, status: 'acknowledged' });
    expect(applyOutcomes([closed, anAlert(2)], [], TUESDAY, ['phq9'])).toEqual([]);
  });
});

describe('alerts about danger', () => {
  it.each(['S1', 'S2', 'S4', 'P2'] as const)('%s is never resolved by an answer', (rule) => {
    const open = anAlert(1, { rule });
    const clears: RuleOutcome = { outcome: 'clears', rule, ruleVersion: 2, instrumentId: 'phq9' };
    expect(applyOutcomes([open], [clears], TUESDAY, ['phq9'])).toEqual([]);
  });
});
