import { describe, expect, it } from 'vitest';
import { mayHandOut, pauseAt } from '#shared/plans/pauses.ts';
import { overlapsEarlier } from '#shared/plans/recall.ts';
import { reminderIsDue, type UnansweredSending } from '#shared/plans/reminders.ts';
import { answerWindow } from '#shared/plans/window.ts';
import { aPause, CHICAGO, day, moment, someTerms } from './a-plan.ts';

describe('the window of an answer', () => {
  it('is counted from the day of sending', () => {
    const days = { sentOn: day('2026-11-03'), forDay: day('2026-11-02') };
    expect(answerWindow(someTerms(), days, CHICAGO)).toEqual({
      dueOn: '2026-11-06',
      expiresAt: '2026-11-10T15:00:00.000Z',
    });
  });

  it('ends when the next one begins, with the last whole day before as the day it is due', () => {
    const cadence = { is: 'everyWeeks', weeks: 1, from: day('2026-11-02') } as const;
    const terms = someTerms({ cadence, dueDays: 7, expiryDays: 14 });
    const days = { sentOn: day('2026-11-03'), forDay: day('2026-11-02') };
    expect(answerWindow(terms, days, CHICAGO)).toEqual({
      dueOn: '2026-11-08',
      expiresAt: '2026-11-09T15:00:00.000Z',
    });
  });
});

const at = (asOf: string) => ({ asOf: moment(asOf), timeZone: CHICAGO, pauses: [] });

describe('a reminder', () => {
  const sent: UnansweredSending = {
    sentAt: moment('2026-11-02T15:03:00.000Z'),
    expiresAt: moment('2026-11-09T15:00:00.000Z'),
    terms: someTerms(),
    remindedAt: null,
  };

  it('is due from its day and hour on', () => {
    expect(reminderIsDue(sent, at('2026-11-04T14:59:00.000Z'))).toBe(false);
    expect(reminderIsDue(sent, at('2026-11-04T15:00:00.000Z'))).toBe(true);
  });

  it('is written once, and once for two that were slept through', () => {
    const first = { ...sent, remindedAt: moment('2026-11-04T15:02:00.000Z') };
    expect(reminderIsDue(first, at('2026-11-05T15:00:00.000Z'))).toBe(false);
    expect(reminderIsDue(first, at('2026-11-06T15:00:00.000Z'))).toBe(true);
    const late = { ...sent, remindedAt: moment('2026-11-06T16:00:00.000Z') };
    expect(reminderIsDue(late, at('2026-11-08T15:00:00.000Z'))).toBe(false);
  });

  it('is never of what did not go out, has expired, or lies in a pause', () => {
    const waiting = { ...sent, sentAt: null };
    expect(reminderIsDue(waiting, at('2026-11-04T15:00:00.000Z'))).toBe(false);
    expect(reminderIsDue(sent, at('2026-11-09T15:00:00.000Z'))).toBe(false);
    const pauses = [aPause({ reason: 'crisis', at: moment('2026-11-03T15:00:00.000Z') })];
    expect(reminderIsDue(sent, { ...at('2026-11-04T15:00:00.000Z'), pauses })).toBe(false);
    const over = pauses.map((one) => ({ ...one, endedAt: moment('2026-11-05T12:00:00.000Z') }));
    expect(reminderIsDue(sent, { ...at('2026-11-05T15:00:00.000Z'), pauses: over })).toBe(false);
    expect(reminderIsDue(sent, { ...at('2026-11-06T15:00:00.000Z'), pauses: over })).toBe(true);
  });
});

describe('pauses', () => {
  it('hold through their last day by the practice’s clock', () => {
    const pauses = [aPause({ until: day('2026-11-12') })];
    expect(pauseAt(pauses, moment('2026-11-10T14:59:59.000Z'), CHICAGO)).toBeNull();
    expect(pauseAt(pauses, moment('2026-11-13T05:59:00.000Z'), CHICAGO)).toBe(pauses[0]);
    expect(pauseAt(pauses, moment('2026-11-13T06:00:00.000Z'), CHICAGO)).toBeNull();
  });

  it('leave sending by hand to a person, but for a crisis', () => {
    expect(mayHandOut(null)).toBe(true);
    expect(mayHandOut(aPause())).toBe(true);
    expect(mayHandOut(aPause({ reason: 'crisis' }))).toBe(false);
    const both = [aPause(), aPause({ reason: 'crisis' })];
    expect(pauseAt(both, moment('2026-11-11T15:00:00.000Z'), CHICAGO)?.reason).toBe('crisis');
  });
});

describe('what a measure asks about', () => {
  it('overlaps with what was sent less than its recall period before', () => {
    const earlier = [day('2026-11-02')];
    expect(overlapsEarlier(day('2026-11-15'), earlier, 14)).toBe(true);
    expect(overlapsEarlier(day('2026-11-16'), earlier, 14)).toBe(false);
    expect(overlapsEarlier(day('2026-11-02'), earlier, 7)).toBe(true);
    expect(overlapsEarlier(day('2026-11-01'), earlier, 7)).toBe(true);
    expect(overlapsEarlier(day('2026-11-02'), earlier, null)).toBe(false);
  });
});
