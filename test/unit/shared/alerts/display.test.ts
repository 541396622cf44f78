import { describe, expect, it } from 'vitest';
import { alertEntries } from '#shared/alerts/entries.ts';
import { byUrgency, interruptive } from '#shared/alerts/order.ts';
import { isPrivate } from '#shared/alerts/privacy.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { anAlert, changed } from './an-alert.ts';

const EARLIER = '2026-01-14T20:00:00.000Z' as Instant;
const codes = (alerts: readonly Alert[]) => alerts.map(({ rule }) => rule).join(' ');

/** C1 and C2 of one client, the first between the two measurements told. */
const since = (from: number, to: number, number: number) => [
  anAlert(number, { rule: 'C1', evidence: [changed(from, to)] }),
  anAlert(number + 1, { rule: 'C2', tier: 'urgent', evidence: [changed(1, 2, 'baseline')] }),
];

const told = (alerts: readonly Alert[]) =>
  alertEntries(alerts).map((entry) => `${entry.lead.rule}: ${codes(entry.alerts)}`);

describe('the order of display', () => {
  it('is by tier, then safety, then the newest evidence, then the code', () => {
    const alerts = [
      anAlert(1, { rule: 'T2', tier: 'info' }),
      anAlert(2, { rule: 'C4' }),
      anAlert(3, { rule: 'C3' }),
      anAlert(4, { rule: 'C1', latestAt: EARLIER }),
      anAlert(5, { rule: 'S3', latestAt: EARLIER }),
      anAlert(6, { rule: 'C2', tier: 'urgent' }),
      anAlert(7, { rule: 'P2', tier: 'urgent', latestAt: EARLIER }),
      anAlert(8, { rule: 'S4', tier: 'emergency' }),
    ];
    expect(codes(alerts.toSorted(byUrgency))).toBe('S4 P2 C2 S3 C3 C4 C1 T2');
    expect(codes(alerts.toReversed().toSorted(byUrgency))).toBe('S4 P2 C2 S3 C3 C4 C1 T2');
  });
});

describe('what interrupts', () => {
  const first = anAlert(1, { rule: 'S1', tier: 'emergency', latestAt: EARLIER });
  const second = anAlert(2, { rule: 'S4', tier: 'emergency' });

  it('is one open emergency, the newest', () => {
    expect(interruptive([first, second])).toBe(second);
    expect(interruptive([first])).toBe(first);
  });

  it('is none that was acknowledged, and no lesser tier', () => {
    expect(interruptive([{ ...second, status: 'acknowledged' }, first])).toBe(first);
    expect(interruptive([anAlert(3, { rule: 'S1', tier: 'urgent' })])).toBeNull();
    expect(interruptive([])).toBeNull();
  });
});

describe('entries', () => {
  it('join C1 and C2 of the same two measurements, the more urgent one leading', () => {
    expect(told(since(1, 2, 1))).toEqual(['C2: C2 C1']);
  });

  it('keep them apart when the scores differ', () => {
    expect(told(since(3, 2, 1))).toEqual(['C2: C2', 'C1: C1']);
    expect(told(since(1, 3, 1))).toEqual(['C2: C2', 'C1: C1']);
  });

  it('go by the newest evidence', () => {
    const [c1, c2] = since(1, 2, 1);
    if (c1 === undefined || c2 === undefined) throw new Error('two alerts expected');
    const older = { ...c1, evidence: [changed(1, 2), changed(2, 3)] };
    expect(told([older, c2])).toEqual(['C2: C2', 'C1: C1']);
  });

  it('never join other rules, other measures or other kinds of evidence', () => {
    const [c1, c2] = since(1, 2, 1);
    if (c1 === undefined || c2 === undefined) throw new Error('two alerts expected');
    expect(told([{ ...c1, instrumentId: 'gad7' }, c2])).toHaveLength(2);
    expect(told([{ ...c1, rule: 'C4' }, c2])).toHaveLength(2);
    expect(told([c1, anAlert(9, { ...c1, alertId: c2.alertId })])).toHaveLength(2);
    const band = { ...changed(1, 2), kind: 'band' } as never;
    expect(told([{ ...c1, evidence: [band] }, c2])).toHaveLength(2);
    expect(told([c1, { ...c2, evidence: [band] }])).toHaveLength(2);
  });
});

describe('what is private', () => {
  it('is an answer about violence by a partner, and all else of a form that asks', () => {
    expect(isPrivate({ rule: 'P2', instrumentId: 'phq9' })).toBe(true);
    expect(isPrivate({ rule: 'M2', instrumentId: 'hark' })).toBe(true);
    expect(isPrivate({ rule: 'M2', instrumentId: 'phq9' })).toBe(false);
    expect(isPrivate({ rule: 'M2', instrumentId: 'gad7' })).toBe(false);
    expect(isPrivate({ rule: 'C1', instrumentId: 'dass21.depression' })).toBe(false);
  });

  it('is what comes from a form that this build does not know', () => {
    expect(isPrivate({ rule: 'M2', instrumentId: 'newer.part' })).toBe(true);
    expect(
      isPrivate({ rule: 'C3', instrumentId: 'form:0197a000-0000-7000-8000-000000000001.sleep' }),
    ).toBe(false);
  });
});
