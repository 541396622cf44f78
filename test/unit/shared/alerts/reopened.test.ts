import { describe, expect, it } from 'vitest';
import { applyOutcomes } from '#shared/alerts/merge.ts';
import { acknowledgedBefore } from '#shared/alerts/reopened.ts';
import type { Acknowledgement, Alert, RuleOutcome } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { anAlert, changed } from './an-alert.ts';

const at = (day: number) => `2026-02-${String(day).padStart(2, '0')}T20:00:00.000Z` as Instant;

function acknowledged(number: number, day: number, over: Partial<Alert> = {}): Alert {
  const acknowledgement: Acknowledgement = {
    by: 'Ines Okafor',
    at: at(day),
    action: 'contactedClient',
    words: 'Contacted the client',
    sentence: null,
  };
  return anAlert(number, { status: 'acknowledged', acknowledgement, ...over });
}

describe('a concern that goes on after it was acknowledged', () => {
  it('opens an alert of its own, which names the acknowledgement', () => {
    const closed = acknowledged(1, 3);
    const again: RuleOutcome = {
      outcome: 'fires',
      rule: 'C1',
      ruleVersion: 2,
      parameters: {},
      instrumentId: 'phq9',
      tier: 'review',
      evidence: changed(2, 3),
    };
    const [change] = applyOutcomes([closed], [again], at(10));
    expect(change).toMatchObject({ change: 'open', rule: 'C1' });
    const open = anAlert(2, { openedAt: at(10), latestAt: at(10) });
    expect(acknowledgedBefore(open, [open, closed])).toEqual(closed.acknowledgement);
  });

  it('is a risk answer, new at first and ongoing then', () => {
    const closed = acknowledged(1, 3, { rule: 'S1' });
    const open = anAlert(2, { rule: 'S2', openedAt: at(10) });
    expect(acknowledgedBefore(open, [closed, open])).toEqual(closed.acknowledgement);
  });

  it('names the latest of several', () => {
    const open = anAlert(3, { openedAt: at(20) });
    const alerts = [acknowledged(1, 3), acknowledged(2, 12), open];
    expect(acknowledgedBefore(open, alerts)?.at).toBe(at(12));
  });
});

describe('an alert that nothing was done about before', () => {
  it.each([
    ['is of another measure', acknowledged(1, 3, { instrumentId: 'gad7' })],
    ['is of another rule', acknowledged(1, 3, { rule: 'C2' })],
    ['was ended by a later answer', anAlert(1, { status: 'resolved', resolvedAt: at(3) })],
    ['was acknowledged after it was opened', acknowledged(1, 15)],
  ])('stands beside one that %s', (_, other) => {
    const open = anAlert(2, { openedAt: at(10) });
    expect(acknowledgedBefore(open, [other, open])).toBeNull();
  });

  it('is not told of one that is closed itself', () => {
    const closed = acknowledged(2, 12, { openedAt: at(10) });
    expect(acknowledgedBefore(closed, [acknowledged(1, 3), closed])).toBeNull();
  });
});
