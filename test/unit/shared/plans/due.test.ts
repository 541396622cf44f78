import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/contracts/calendar.ts';
import { dueDay, type PlanMoment, type StandingPlan } from '#shared/plans/due.ts';
import { daysAhead } from '#shared/plans/next.ts';
import { aPause, aPlan, CHICAGO, day, moment } from './a-plan.ts';

/** A moment at which nothing else is known. */
function at(asOf: string, over: Partial<PlanMoment> = {}): PlanMoment {
  return { asOf: asOf as Instant, timeZone: CHICAGO, appointments: [], pauses: [], ...over };
}

/** The next days of a plan of something that asks in general, so that nothing is left out. */
function nextDays(plan: StandingPlan, now: PlanMoment) {
  const measure = { measureId: 'phq9', recallDays: null, earlier: [] };
  return daysAhead({ ...plan, oftenMeant: false }, now, [measure]).next;
}

const sentFor = (...days: string[]): StandingPlan => ({ ...aPlan(), sentFor: days.map(day) });

describe('what a plan has due', () => {
  it('is the day whose hour has come, and not before', () => {
    expect(dueDay(aPlan(), at('2026-11-02T14:59:59.999Z'))).toBeNull();
    expect(dueDay(aPlan(), at('2026-11-02T15:00:00.000Z'))).toBe('2026-11-02');
  });

  it('is nothing once it was sent', () => {
    expect(dueDay(sentFor('2026-11-02'), at('2026-11-03T15:00:00.000Z'))).toBeNull();
    expect(dueDay(sentFor('2026-11-02'), at('2026-11-16T15:00:00.000Z'))).toBe('2026-11-16');
  });

  it('is one of several days that a server slept through, the latest', () => {
    const weekly = aPlan({
      cadence: { is: 'everyWeeks', weeks: 1, from: day('2026-11-02') },
      expiryDays: 30,
    });
    expect(dueDay(weekly, at('2026-11-25T15:00:00.000Z'))).toBe('2026-11-23');
    const sent = { ...weekly, sentFor: [day('2026-11-23')] };
    expect(dueDay(sent, at('2026-11-25T15:00:00.000Z'))).toBeNull();
  });

  it('is nothing after its link would have expired', () => {
    const once = aPlan({ cadence: { is: 'once', on: day('2026-11-05') } });
    expect(dueDay(once, at('2026-11-12T14:59:00.000Z'))).toBe('2026-11-05');
    expect(dueDay(once, at('2026-11-12T15:00:00.000Z'))).toBeNull();
  });

  it('begins with the day on which the plan was made, also after its hour', () => {
    const made = { ...aPlan(), at: moment('2026-11-02T20:00:00.000Z') };
    expect(dueDay(made, at('2026-11-02T20:01:00.000Z'))).toBe('2026-11-02');
    const later = { ...aPlan(), at: moment('2026-11-03T20:00:00.000Z') };
    expect(dueDay(later, at('2026-11-03T20:01:00.000Z'))).toBeNull();
  });
});

describe('at night', () => {
  // Twenty to midnight, and three in the morning.
  it.each(['2026-11-03T05:40:00.000Z', '2026-11-03T09:00:00.000Z'])('%s', (night) => {
    expect(dueDay(aPlan(), at(night))).toBeNull();
    expect(nextDays(aPlan(), at(night))[0]).toBe('2026-11-03');
  });

  it('nothing is due until seven, by the practice’s clock', () => {
    expect(dueDay(aPlan(), at('2026-11-03T02:59:59.999Z'))).toBe('2026-11-02');
    expect(dueDay(aPlan(), at('2026-11-03T03:00:00.000Z'))).toBeNull();
    expect(dueDay(aPlan(), at('2026-11-03T12:59:59.999Z'))).toBeNull();
    expect(dueDay(aPlan(), at('2026-11-03T13:00:00.000Z'))).toBe('2026-11-02');
  });

  it('the day that begins with the morning is announced once', () => {
    const early = aPlan({ hour: 7 });
    expect(nextDays(early, at('2026-11-02T04:00:00.000Z'))).toEqual([
      '2026-11-02',
      '2026-11-16',
      '2026-11-30',
    ]);
  });
});

describe('before appointments', () => {
  const before = aPlan({ cadence: { is: 'beforeAppointments', days: 2 } });

  it('so many days before each that is known', () => {
    const appointments = [day('2026-11-12'), day('2026-11-05')];
    expect(dueDay(before, at('2026-11-03T15:00:00.000Z', { appointments }))).toBe('2026-11-03');
    expect(nextDays(before, at('2026-11-03T14:00:00.000Z', { appointments }))).toEqual([
      '2026-11-03',
      '2026-11-10',
    ]);
  });

  it('late when the appointment was told late, but not once it is over', () => {
    const appointments = [day('2026-11-05')];
    expect(dueDay(before, at('2026-11-05T18:00:00.000Z', { appointments }))).toBe('2026-11-03');
    expect(dueDay(before, at('2026-11-06T18:00:00.000Z', { appointments }))).toBeNull();
  });

  it('nothing where no appointment is known', () => {
    expect(dueDay(before, at('2026-11-03T15:00:00.000Z'))).toBeNull();
    expect(nextDays(before, at('2026-11-03T15:00:00.000Z'))).toEqual([]);
  });
});

describe('a pause', () => {
  const during = '2026-11-16T16:00:00.000Z';

  it('keeps a plan from sending, and leaves no next day while it has no end', () => {
    const pauses = [aPause()];
    expect(dueDay(aPlan(), at(during, { pauses }))).toBeNull();
    expect(nextDays(aPlan(), at(during, { pauses }))).toEqual([]);
  });

  it('leaves out the days that lie in it, and goes on after', () => {
    const pauses = [aPause({ until: day('2026-11-20') })];
    expect(nextDays(aPlan(), at('2026-11-11T16:00:00.000Z', { pauses }))).toEqual([
      '2026-11-30',
      '2026-12-14',
      '2026-12-28',
    ]);
  });

  it('is not made up for when it ends', () => {
    const ended = aPause({ endedAt: moment('2026-11-17T16:00:00.000Z') });
    expect(dueDay(aPlan(), at('2026-11-18T16:00:00.000Z', { pauses: [ended] }))).toBeNull();
  });

  it('that ends before the hour keeps nothing back', () => {
    const ended = aPause({ endedAt: moment('2026-11-16T14:00:00.000Z') });
    expect(dueDay(aPlan(), at(during, { pauses: [ended] }))).toBe('2026-11-16');
  });
});

describe('the days told ahead', () => {
  it('are three, with one that is due as today', () => {
    expect(nextDays(aPlan(), at('2026-11-03T16:00:00.000Z'))).toEqual([
      '2026-11-03',
      '2026-11-16',
      '2026-11-30',
    ]);
  });

  it('end with a plan that sends once', () => {
    const once = aPlan({ cadence: { is: 'once', on: day('2026-11-05') } });
    expect(nextDays(once, at('2026-11-03T16:00:00.000Z'))).toEqual(['2026-11-05']);
    const sent = { ...once, sentFor: [day('2026-11-05')] };
    expect(nextDays(sent, at('2026-11-05T16:00:00.000Z'))).toEqual([]);
  });
});
