import { describe, expect, it } from 'vitest';
import { lifecycleInWords } from '#extension/panel/alerts/lifecycle-words.ts';
import type { Acknowledgement, Alert, AlertSeen } from '#shared/contracts/alert.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import { openAlertOf } from './an-alert-of.ts';

const WHEN = { timeZone: 'America/Chicago', asOfDate: '2026-11-20' as CalendarDate };
const LATEST = '2026-11-20T03:42:00.000Z' as Instant;
const EARLIER = '2026-11-12T03:42:00.000Z' as Instant;

const seenAt = (at: string, latestAt = LATEST): AlertSeen => ({
  by: 'Ines Okafor',
  at: at as Instant,
  latestAt,
});

const told = (alert: Alert, others: readonly Alert[] = []) =>
  lifecycleInWords(alert, { alerts: [alert, ...others] }, WHEN);

describe('who has seen an open alert', () => {
  it('is not said where it is not known', () => {
    expect(told(openAlertOf('S1'))).toEqual([]);
  });

  it('is nobody, until it stood on a screen', () => {
    expect(told(openAlertOf('S1', { seen: [] }))).toEqual(['Not seen by anybody before.']);
  });

  it('is whoever saw the newest evidence', () => {
    const seen = [seenAt('2026-11-13T16:00:00.000Z', EARLIER), seenAt('2026-11-20T14:05:00.000Z')];
    expect(told(openAlertOf('S1', { seen }))).toEqual(['Seen by Ines Okafor, 20 Nov, 8:05 am.']);
  });

  it('is said to be before the newest evidence where that is so', () => {
    const seen = [seenAt('2026-11-13T16:00:00.000Z', EARLIER)];
    expect(told(openAlertOf('S1', { seen }))).toEqual([
      'Seen by Ines Okafor, 13 Nov, 10:00 am: before the newest evidence.',
    ]);
  });
});

it('an alert whose concern was answered before says when, by whom and with what', () => {
  const acknowledgement: Acknowledgement = {
    by: 'Ruth Adeyemi',
    at: '2026-11-13T15:00:00.000Z' as Instant,
    action: 'own1a1',
    words: 'EMS called',
    sentence: null,
  };
  const before = openAlertOf('S1', { status: 'acknowledged', acknowledgement, openedAt: EARLIER });
  expect(told(openAlertOf('S2'), [before])).toEqual([
    'Open again. Acknowledged 13 Nov, 9:00 am by Ruth Adeyemi: EMS called.',
  ]);
});
