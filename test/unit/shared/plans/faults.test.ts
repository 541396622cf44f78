import { describe, expect, it } from 'vitest';
import { type MeasureStanding, planFaults, type TermsJudge } from '#shared/plans/faults.ts';
import { day, someTerms } from './a-plan.ts';

const STANDINGS: Readonly<Record<string, MeasureStanding>> = {
  phq9: { is: 'sendable', recallDays: 14 },
  gse: { is: 'notSendable' },
  core10: { is: 'practiceMustConfirm' },
  csi16: { is: 'sendable', recallDays: null },
};

function judge(over: Partial<TermsJudge> = {}): TermsJudge {
  return {
    today: day('2026-11-01'),
    standing: null,
    appointments: [],
    oftenMeant: false,
    standingOf: (measureId) => STANDINGS[measureId] ?? { is: 'unknownMeasure' },
    ...over,
  };
}

const weekly = { is: 'everyWeeks', weeks: 1, from: day('2026-11-02') } as const;

describe('terms of a plan', () => {
  it('have no fault where there is none', () => {
    expect(planFaults(someTerms(), judge())).toEqual([]);
  });

  it.each([
    [{ measures: ['phq9', 'phq9'] }, ['measureTwice']],
    [{ measures: ['nothing'] }, ['unknownMeasure']],
    [{ measures: ['gse', 'core10'] }, ['notSendable', 'practiceMustConfirm']],
    [{ dueDays: 8 }, ['expiresBeforeDue']],
    [{ reminderDays: [2, 7] }, ['reminderAfterExpiry']],
    [{ cadence: { is: 'once', on: day('2026-10-31') } }, ['inThePast']],
    [{ cadence: { ...weekly, weeks: 2, from: day('2026-10-05') } }, ['inThePast']],
    [{ cadence: weekly }, ['moreOftenThanRecall']],
  ] as const)('%j: %j', (over, faults) => {
    const terms = someTerms(over as Parameters<typeof someTerms>[0]);
    expect(planFaults(terms, judge())).toEqual(faults);
  });

  it('may ask more often than a measure looks back when that is meant', () => {
    expect(planFaults(someTerms({ cadence: weekly }), judge({ oftenMeant: true }))).toEqual([]);
  });

  it('may ask as often as one likes what looks back at no stretch of time', () => {
    expect(planFaults(someTerms({ cadence: weekly, measures: ['csi16'] }), judge())).toEqual([]);
  });

  it('go on with a rhythm that began long ago', () => {
    const cadence = { ...weekly, weeks: 2, from: day('2026-09-07') };
    expect(planFaults(someTerms({ cadence }), judge({ standing: cadence }))).toEqual([]);
    expect(planFaults(someTerms({ cadence }), judge({ standing: weekly }))).toEqual(['inThePast']);
  });

  it('before appointments are judged by those that are known', () => {
    const cadence = { is: 'beforeAppointments', days: 1 } as const;
    const close = [day('2026-11-12'), day('2026-11-05')];
    const apart = [day('2026-11-05'), day('2026-11-19'), day('2026-11-05')];
    expect(planFaults(someTerms({ cadence }), judge({ appointments: close }))).toEqual([
      'moreOftenThanRecall',
    ]);
    expect(planFaults(someTerms({ cadence }), judge({ appointments: apart }))).toEqual([]);
  });
});
