import { describe, expect, it } from 'vitest';
import { briefAsOf, briefFor, interpret } from '#shared/brief/interpret.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { alertsOf } from '#test/support/brief-facts.ts';
import { aCheckIn, factsAt, inWinter, phq, responsesOf } from '../a-brief.ts';

const SESSION = '2026-11-03' as CalendarDate;
const RESPONSES = responsesOf([
  phq(phq9, '2026-10-06', 12, 0),
  phq(phq9, '2026-11-03', 13, 0),
  phq(phq9, '2026-11-09', 19, 2),
  ['2026-11-09', gad7, 9],
]);
const FACTS = factsAt(inWinter('2026-11-10', '09:00'), {
  responses: RESPONSES,
  alerts: alertsOf(RESPONSES),
  lastLookedAt: inWinter('2026-11-04', '09:00'),
  checkIns: [
    aCheckIn(phq9, '2026-11-01', '2026-11-04', {
      openedAt: inWinter('2026-11-09', '19:50'),
      completedAt: inWinter('2026-11-09', '20:00'),
      answeredItems: 9,
    }),
    aCheckIn(gad7, '2026-11-05', '2026-11-08'),
  ],
});
const BRIEF = briefAsOf(FACTS, SESSION);

describe('a brief as of a session', () => {
  it('judges what was there at the end of that day, and nothing later', () => {
    expect(BRIEF.measures).toHaveLength(1);
    expect(BRIEF.measures[0]).toMatchObject({
      latest: { displayed: 13, on: '2026-11-03' },
      sinceBaseline: { points: 1, category: 'noReliableChange' },
      totalCount: 2,
    });
    expect(BRIEF.openAlerts).toEqual([]);
  });

  it('lists later scores apart, with risk answers and alerts', () => {
    expect(BRIEF.later?.scores.map(({ name, displayed }) => [name, displayed])).toEqual(
      expect.arrayContaining([
        ['PHQ-9', 19],
        ['GAD-7', 9],
      ]),
    );
    expect(BRIEF.later?.riskAnswers).toMatchObject([{ name: 'PHQ-9', answer: { value: 2 } }]);
    expect(BRIEF.later?.alerts.map(({ rule }) => rule)).toContain('S1');
  });

  it('counts check-ins as they stood', () => {
    const { completion } = BRIEF;
    expect(completion).toMatchObject({ sent: 1, completed: 0 });
    expect(completion.outstanding).toMatchObject([{ completedAt: null, answeredItems: 0 }]);
  });

  it('takes no look from after the session for the last one before it', () => {
    expect(BRIEF.lastLookedAt).toBeNull();
    const before = { ...FACTS, lastLookedAt: inWinter('2026-10-20', '09:00') };
    expect(briefAsOf(before, SESSION).lastLookedAt).toBe(before.lastLookedAt);
  });

  it('keeps when the facts were read', () => {
    expect(BRIEF).toMatchObject({ asOf: FACTS.asOf, asOfDate: '2026-11-10', sessionOn: SESSION });
  });

  it('is the present brief when no session is asked for', () => {
    expect(briefFor(FACTS, null)).toEqual(interpret(FACTS));
    expect(briefFor(FACTS, SESSION)).toEqual(BRIEF);
    expect(interpret(FACTS)).toMatchObject({ sessionOn: null, later: null });
  });
});

describe('an alert as of a session', () => {
  const [alert] = alertsOf(
    responsesOf([phq(phq9, '2026-10-20', 12, 1), phq(phq9, '2026-11-09', 12, 1)]),
  );
  if (alert === undefined) throw new Error('an alert is expected');

  it('holds the evidence of then, and is open although a later answer ended it', () => {
    const resolved = {
      ...alert,
      openedAt: inWinter('2026-10-20', '20:00'),
      evidence: alert.evidence,
      status: 'resolved' as const,
      resolvedAt: inWinter('2026-11-09', '20:00'),
    };
    const [open] = briefAsOf({ ...FACTS, alerts: [resolved] }, SESSION).openAlerts;
    expect(open).toMatchObject({ status: 'open', resolvedAt: null });
  });

  it('keeps an acknowledgement with its later date', () => {
    const acknowledgement = {
      by: 'Dr. Example',
      at: inWinter('2026-11-09', '20:00'),
      action: 'contactedClient',
      words: 'Contacted the client',
      sentence: null,
    };
    const read = {
      ...alert,
      openedAt: inWinter('2026-10-20', '20:00'),
      status: 'acknowledged' as const,
      acknowledgement,
    };
    expect(briefAsOf({ ...FACTS, alerts: [read] }, SESSION).alertsSinceLook).toMatchObject([
      { acknowledgement },
    ]);
  });
});

describe('midnight', () => {
  it('is the practice’s: an answer of 11:59 pm belongs to the session’s day', () => {
    const late = { ...FACTS, alerts: [], checkIns: [] };
    const night = RESPONSES.map((response) => ({
      ...response,
      submittedAt: inWinter(response.answeredOn, '23:59'),
    }));
    const brief = briefAsOf({ ...late, responses: night }, SESSION);
    expect(brief.measures[0]?.latest.displayed).toBe(13);
  });
});
