import * as fc from 'fast-check';
import { addDays } from '#shared/contracts/calendar.ts';
import type { CareFacts } from '#shared/contracts/episode.ts';
import type { Observation } from '#shared/contracts/observation.ts';
import type { MeasureFacts, Trajectory } from '#shared/contracts/trajectory.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { dayOf, IN_CARE, lineId, observed } from '#test/support/a-line.ts';

/** What anybody might have recorded: any days, ties, blanks, corrections, another version. */
export const anyObservations: fc.Arbitrary<readonly Observation[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: -60, max: 500 }),
      total: fc.option(fc.integer({ min: 0, max: 27 }), { freq: 8 }),
      version: fc.constantFrom(1, 1, 1, 1, 2),
      corrects: fc.option(fc.nat({ max: 30 }), { freq: 1, nil: null }),
    }),
    { maxLength: 30 },
  )
  .map((given) =>
    given.map(({ day, total, version, corrects }, index) =>
      observed(index + 1, day, total, {
        version,
        corrects:
          corrects !== null && corrects % 8 === 1 && corrects <= index ? lineId(corrects) : null,
      }),
    ),
  );

/** A plain course, two to twelve scores a few days to weeks apart, oldest first. */
export const anyCourse: fc.Arbitrary<readonly Observation[]> = fc
  .array(
    fc.record({ gap: fc.integer({ min: 1, max: 40 }), total: fc.integer({ min: 0, max: 27 }) }),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  .map((steps) => {
    let day = 0;
    return steps.map(({ gap, total }, index) => {
      day += gap;
      return observed(index + 1, day, total);
    });
  });

/** Facts of care around the days of {@link anyObservations}. */
export const anyCare: fc.Arbitrary<CareFacts> = fc
  .record({
    since: fc.integer({ min: -60, max: 400 }),
    starts: fc.array(fc.integer({ min: -100, max: 500 }), { maxLength: 3 }),
    ends: fc.array(fc.integer({ min: -100, max: 500 }), { maxLength: 3 }),
    chosen: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
  })
  .map(({ since, starts, ends, chosen }) => ({
    inCareSince: dayOf(since),
    startedOn: starts.map(dayOf),
    endedOn: ends.map(dayOf),
    chosenBaselines: chosen.map(lineId),
  }));

/** Care as long as an {@link anyCourse}. */
export const WHOLE_CARE: CareFacts = IN_CARE;

/** A measure with a reliable change of 6 that defines nothing by percent or by a zero. */
export const PLAIN_MEASURE: MeasureFacts = {
  ...phq9,
  minimallyImportant: [],
  nonResponse: [],
  outcome: null,
};

/** The same answers, given so many days later. */
export function laterBy(days: number, observations: readonly Observation[]): Observation[] {
  return observations.map((one) => ({
    ...one,
    on: addDays(one.on, days),
    submittedAt: one.submittedAt.replace(
      /^[^T]+/,
      addDays(one.on, days),
    ) as Observation['submittedAt'],
  }));
}

/** Care so many days later. */
export function careLaterBy(days: number, care: CareFacts): CareFacts {
  const later = (on: CareFacts['inCareSince']) => addDays(on, days);
  return {
    ...care,
    inCareSince: later(care.inCareSince),
    startedOn: (care.startedOn ?? []).map(later),
    endedOn: (care.endedOn ?? []).map(later),
  };
}

/** The same course with each total changed. */
export function withTotals(
  observations: readonly Observation[],
  change: (total: number) => number,
): Observation[] {
  return observations.map((one) => {
    const total = one.total === null ? null : change(one.total);
    return { ...one, total, displayed: total };
  });
}

/** All of a trajectory that rests on differences, days and the cut-off, not on percentages. */
export function classesOf(line: Trajectory) {
  const { improvement, trend, relapse } = line;
  return {
    sinceBaseline: classOf(line.sinceBaseline),
    sincePrevious: classOf(line.sincePrevious),
    significance: line.significance,
    now: improvement.status === 'judged' ? improvement.now : null,
    onset:
      improvement.status === 'judged' && improvement.onset !== null
        ? [improvement.onset.at.responseId, improvement.onset.days, improvement.onset.standing]
        : null,
    firstRemission: line.firstRemission?.responseId ?? null,
    relapse: relapse === null ? null : [relapse.remission.responseId, relapse.since.responseId],
    verdict: trend.status === 'fitted' ? trend.verdict : trend.status,
    rises: line.threeRises?.run.map(({ responseId }) => responseId) ?? null,
    withoutImprovement: line.withoutImprovement.status,
  };
}

function classOf(change: Trajectory['sinceBaseline']) {
  return change.status === 'judged' ? change.category : change.reason;
}
