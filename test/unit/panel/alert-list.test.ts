import { describe, expect, it } from 'vitest';
import { alertParts, inSight, tiersInWords, titleOf } from '#extension/panel/alerts/alert-parts.ts';
import { allMaySnooze, toneOf } from '#extension/panel/alerts/entries.ts';
import { putAsideInWords, untilInWords } from '#extension/panel/alerts/snooze-words.ts';
import { alertEntries } from '#shared/alerts/entries.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { type Alert, RuleCode } from '#shared/contracts/alert.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { AlertId } from '#shared/contracts/ids.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { openAlertOf } from './an-alert-of.ts';

const BY = { by: 'Dr. Sam Okafor', at: Instant.parse('2026-11-20T15:00:00.000Z') };

/** Alerts with ids of their own. */
function alertsOf(...alerts: readonly Alert[]): Alert[] {
  return alerts.map((alert, number) => ({
    ...alert,
    alertId: AlertId.parse(inventedId(900 + number)),
  }));
}

const emergency = (latestAt: string) =>
  openAlertOf('S1', { tier: 'emergency', latestAt: Instant.parse(latestAt) });

describe('the list of alerts', () => {
  it('lets one interrupt, the newest emergency, and that one stands first', () => {
    const alerts = alertsOf(
      emergency('2026-11-18T15:00:00.000Z'),
      openAlertOf('G1'),
      emergency('2026-11-19T15:00:00.000Z'),
    );
    const { first, here } = alertParts(alerts);
    expect(first?.lead.alertId).toBe(alerts[2]?.alertId);
    expect(here[0]).toBe(first);
    expect(here).toHaveLength(3);
  });

  it('lets none interrupt where nothing is an emergency', () => {
    expect(alertParts(alertsOf(openAlertOf('C2'), openAlertOf('R1'))).first).toBeNull();
  });

  it('keeps what was put aside apart, and loses nothing', () => {
    const aside = openAlertOf('C1', { snoozed: BY });
    const parts = alertParts(alertsOf(openAlertOf('C2'), aside, openAlertOf('G1')));
    expect(parts.here.map(({ lead }) => lead.rule)).toEqual(['C2', 'G1']);
    expect(parts.aside.map(({ lead }) => lead.rule)).toEqual(['C1']);
  });

  it('counts in its title what is here, what can’t wait and what is aside', () => {
    const parts = alertParts(
      alertsOf(openAlertOf('S1'), openAlertOf('T1'), openAlertOf('M2', { snoozed: BY })),
    );
    expect(titleOf(parts)).toBe('Alerts, 2 open, 1 urgent, 1 put aside');
    expect(titleOf(alertParts([]))).toBe('Alerts');
  });
});

const waiting = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    openAlertOf(number % 2 === 0 ? 'R1' : 'G1', { tier: number % 2 === 0 ? 'review' : 'info' }),
  );

const listed = (alerts: readonly Alert[]) => inSight(alertParts(alertsOf(...alerts)));

describe('a long list of alerts', () => {
  const urgent = Array.from({ length: 6 }, () => openAlertOf('S1', { tier: 'urgent' }));

  it('folds what can wait after three, says how many of what, and loses none', () => {
    const { shown, folded } = listed([...waiting(8), ...urgent]);
    expect(shown.map(({ lead }) => lead.tier)).toEqual([
      ...urgent.map(({ tier }) => tier),
      'review',
      'review',
      'review',
    ]);
    expect(folded).toHaveLength(5);
    expect(tiersInWords(folded)).toBe('1 for review, 4 information');
  });

  it('folds nothing that can’t wait, and never a single one', () => {
    expect(listed(urgent).folded).toEqual([]);
    expect(listed(waiting(4)).folded).toEqual([]);
    expect(listed(waiting(5)).folded).toHaveLength(2);
  });
});

describe('putting aside', () => {
  it.each(['S1', 'S2', 'S4', 'P2'] as const)('is not offered for %s', (rule) => {
    const [entry] = alertEntries([openAlertOf(rule)]);
    expect(entry === undefined ? null : allMaySnooze(entry)).toBe(false);
  });

  it.each(['S3', 'C1', 'C2', 'R1', 'M1', 'G1'] as const)('is offered for %s', (rule) => {
    const [entry] = alertEntries([openAlertOf(rule)]);
    expect(entry === undefined ? null : allMaySnooze(entry)).toBe(true);
  });

  const sent = { instrumentId: 'dass21', sentOn: '2026-11-18', answeredItems: 0 };
  const brief = interpret(inventedFacts({ lines: [], open: [sent] }));

  it('is until the measure is answered again, with the day that is due', () => {
    expect(untilInWords({ instrumentId: 'dass21.depression' }, brief)).toMatch(
      /^until DASS-21 .+ is answered again \(one is due 25 Nov\)$/,
    );
    expect(untilInWords({ instrumentId: 'phq9' }, brief)).toBe(
      'until PHQ-9 is answered again (none is waiting for an answer now)',
    );
  });

  it('says by whom and when, and what brings it back', () => {
    expect(putAsideInWords({ instrumentId: 'phq9' }, BY, brief)).toBe(
      'Put aside by Dr. Sam Okafor, 20 Nov, 9:00 am, until PHQ-9 is answered again (none is waiting for an answer now). New evidence brings it back.',
    );
  });
});

const ofTone = (tone: string) =>
  RuleCode.options.filter((rule) => toneOf(openAlertOf(rule)) === tone);

describe('the colour of an alert', () => {
  it('is of risk for danger alone, and better for good news alone', () => {
    expect(ofTone('risk')).toEqual(['S1', 'S2', 'S3', 'S4', 'P2']);
    expect(ofTone('better')).toEqual(['G1']);
    expect(ofTone('unknown')).toEqual(['N1', 'N2', 'M2', 'V1', 'V2', 'V3', 'P1']);
    expect(ofTone('worse')).toEqual(['C1', 'C2', 'C3', 'C4', 'T1', 'T2', 'R1', 'M1']);
  });
});
