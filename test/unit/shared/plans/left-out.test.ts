import { describe, expect, it } from 'vitest';
import type { PlanMoment } from '#shared/plans/due.ts';
import type { SentBefore } from '#shared/plans/left-out.ts';
import { daysAhead } from '#shared/plans/next.ts';
import { aPlan, CHICAGO, day, moment } from './a-plan.ts';

/** Monday the 16th, ten minutes after the plan's hour, unless told. */
const at = (over: Partial<PlanMoment> = {}): PlanMoment => ({
  asOf: moment('2026-11-16T15:10:00.000Z'),
  timeZone: CHICAGO,
  appointments: [],
  pauses: [],
  ...over,
});

/** Sent by hand at noon of a day, answered in the evening of another, open for a week. */
function byHand(on: string, answeredOn: string | null): SentBefore {
  return {
    on: day(on),
    sentAt: moment(`${on}T18:00:00.000Z`),
    expiresAt: moment('2026-11-19T18:00:00.000Z'),
    completedAt: answeredOn === null ? null : moment(`${answeredOn}T23:00:00.000Z`),
  };
}

/** A measure that asks about two weeks. */
const phq9 = (...earlier: SentBefore[]) => ({ measureId: 'phq9', recallDays: 14, earlier });
const gad7 = (...earlier: SentBefore[]) => ({ ...phq9(...earlier), measureId: 'gad7' });

const plan = (over: Partial<ReturnType<typeof aPlan>['terms']> = {}, oftenMeant = false) => ({
  ...aPlan(over),
  oftenMeant,
});

describe('a day of a plan that is left out', () => {
  it('is not announced, and why stands beside it', () => {
    expect(daysAhead(plan(), at(), [phq9(byHand('2026-11-12', '2026-11-12'))])).toEqual({
      next: ['2026-11-30', '2026-12-14', '2026-12-28'],
      leftOut: [{ measureId: 'phq9', on: '2026-11-16', why: 'tooSoon', since: '2026-11-12' }],
    });
  });

  it('is one for which the same lies with the client, also once that was answered', () => {
    for (const answeredOn of [null, '2026-11-16']) {
      const { next, leftOut } = daysAhead(plan({}, true), at(), [
        phq9(byHand('2026-11-12', answeredOn)),
      ]);
      expect(next[0]).toBe('2026-11-30');
      expect(leftOut).toEqual([
        { measureId: 'phq9', on: '2026-11-16', why: 'withClient', since: '2026-11-12' },
      ]);
    }
  });

  it('is announced for what else it sends', () => {
    const { next, leftOut } = daysAhead(plan(), at(), [
      phq9(byHand('2026-11-12', '2026-11-12')),
      gad7(),
    ]);
    expect(next[0]).toBe('2026-11-16');
    expect(leftOut.map(({ measureId }) => measureId)).toEqual(['phq9']);
  });

  it('is none where asking often is meant', () => {
    const sent = phq9(byHand('2026-11-12', '2026-11-12'));
    expect(daysAhead(plan({}, true), at(), [sent])).toMatchObject({ leftOut: [] });
  });

  it('is each second one before weekly appointments', () => {
    const weekly = ['2026-11-18', '2026-11-25', '2026-12-02', '2026-12-09'].map(day);
    const before = plan({ cadence: { is: 'beforeAppointments', days: 0 } });
    expect(daysAhead(before, at({ appointments: weekly }), [phq9()])).toEqual({
      next: ['2026-11-18', '2026-12-02'],
      leftOut: [
        { measureId: 'phq9', on: '2026-11-25', why: 'tooSoon', since: '2026-11-18' },
        { measureId: 'phq9', on: '2026-12-09', why: 'tooSoon', since: '2026-12-02' },
      ],
    });
  });

  it('is every one of a plan of which nothing can be sent', () => {
    expect(daysAhead(plan(), at(), [])).toEqual({ next: [], leftOut: [] });
  });
});
