import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInEpisode } from '#shared/change/episode.ts';
import type { MeasureFacts, Trajectory } from '#shared/contracts/trajectory.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { episodesOfCare } from '#shared/trajectory/episodes.ts';
import { trajectory } from '#shared/trajectory/trajectory.ts';
import {
  anyCare,
  anyCourse,
  anyObservations,
  careLaterBy,
  classesOf,
  laterBy,
  PLAIN_MEASURE,
  WHOLE_CARE,
  withTotals,
} from './courses.ts';

const HIGHEST = 27;

/** The scale turned round: what was worst is best, and the cut-off stands where it stood. */
const MIRRORED: MeasureFacts = {
  ...PLAIN_MEASURE,
  direction: 'higherBetter',
  cutOffs: PLAIN_MEASURE.cutOffs.map((cutOff) => ({
    ...cutOff,
    value: HIGHEST - cutOff.value,
    op: '<=' as const,
  })),
};

/** Everything of a trajectory but the days and moments. */
function withoutDays(line: Trajectory): unknown {
  return JSON.parse(
    JSON.stringify(line, (key, value: unknown) =>
      ['on', 'submittedAt', 'beginsOn', 'endsOn'].includes(key) ? undefined : value,
    ),
  );
}

describe('any trajectory', () => {
  it('does not depend on the order of what it was given', () => {
    const shuffled = anyObservations.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given], { minLength: given.length, maxLength: given.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyCare, ([given, other], care) => {
        expect(trajectory(other, phq9, { care })).toEqual(trajectory(given, phq9, { care }));
      }),
    );
  });

  it('does not depend on when it took place', () => {
    const days = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(anyObservations, anyCare, days, (given, care, later) => {
        const moved = trajectory(laterBy(later, given), phq9, { care: careLaterBy(later, care) });
        expect(withoutDays(moved)).toEqual(withoutDays(trajectory(given, phq9, { care })));
      }),
    );
  });

  it('keeps every response: on the line, corrected, or of another form', () => {
    fc.assert(
      fc.property(anyObservations, anyCare, (given, care) => {
        const { points, superseded, otherForms } = trajectory(given, phq9, { care });
        const kept = [...points, ...superseded, ...otherForms].map(({ responseId }) => responseId);
        expect(kept.toSorted()).toEqual(given.map(({ responseId }) => responseId).toSorted());
      }),
    );
  });

  it('counts at most one score a day, and each in the episode that holds its day', () => {
    fc.assert(
      fc.property(anyObservations, anyCare, (given, care) => {
        const { points, episodes } = trajectory(given, phq9, { care });
        const counted = points.filter(({ use }) => use === 'counted').map(({ on }) => on);
        expect(new Set(counted).size).toBe(counted.length);
        for (const { on, episode } of points) {
          const held = episodes[episode];
          expect(held !== undefined && held.beginsOn <= on).toBe(true);
          expect(held?.endsOn === null || (held?.endsOn ?? '') >= on).toBe(true);
        }
      }),
    );
  });

  it('compares within the present episode only', () => {
    fc.assert(
      fc.property(anyObservations, anyCare, (given, care) => {
        const { episodes, baseline, previous, latest, relapse, suddenChanges } = trajectory(
          given,
          phq9,
          { care },
        );
        const begins = episodes.at(-1)?.beginsOn ?? '';
        const compared = [baseline, previous, latest, relapse?.remission ?? null].concat(
          suddenChanges.flatMap(({ before, after }) => [before, after]),
        );
        for (const point of compared) expect(point === null || point.on >= begins).toBe(true);
      }),
    );
  });

  it('has episodes that follow one another without overlap', () => {
    fc.assert(
      fc.property(anyObservations, anyCare, (given, care) => {
        const days = given.map(({ on }) => on);
        const episodes = episodesOfCare(days, care, 180);
        episodes.forEach(({ endsOn }, index) => {
          const next = episodes[index + 1];
          if (next !== undefined) expect(endsOn !== null && endsOn < next.beginsOn).toBe(true);
        });
        expect(episodes.length).toBeGreaterThan(0);
      }),
    );
  });

  it('agrees on the present episode with the rule by which the newest responses are read', () => {
    fc.assert(
      fc.property(anyObservations, anyCare, (given, { inCareSince }) => {
        const endless = { care: { inCareSince }, limits: { episodeGapDays: 100_000 } };
        const { points, episodes } = trajectory(given, phq9, endless);
        for (const { on, episode } of points) {
          expect(episode === episodes.length - 1).toBe(isInEpisode(on, inCareSince));
        }
      }),
    );
  });

  it('never calls a score inside the corridor a reliable change', () => {
    fc.assert(
      fc.property(anyObservations, anyCare, (given, care) => {
        const { corridor, latest, sinceBaseline } = trajectory(given, phq9, { care });
        if (corridor === null || latest === null || sinceBaseline.status !== 'judged') return;
        const inside = latest.total > corridor.low && latest.total < corridor.high;
        expect(sinceBaseline.category === 'noReliableChange').toBe(inside);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any course', () => {
  it('gets the same classes on a scale that is turned round', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const turned = withTotals(course, (total) => HIGHEST - total);
        const options = { care: WHOLE_CARE };
        expect(classesOf(trajectory(turned, MIRRORED, options))).toEqual(
          classesOf(trajectory(course, PLAIN_MEASURE, options)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gets the same classes when the scale begins elsewhere', () => {
    fc.assert(
      fc.property(anyCourse, fc.integer({ min: 1, max: 200 }), (course, constant) => {
        const raised = withTotals(course, (total) => total + constant);
        const measure = {
          ...PLAIN_MEASURE,
          cutOffs: PLAIN_MEASURE.cutOffs.map((one) => ({ ...one, value: one.value + constant })),
        };
        const options = { care: WHOLE_CARE };
        expect(classesOf(trajectory(raised, measure, options))).toEqual(
          classesOf(trajectory(course, PLAIN_MEASURE, options)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('that ends reliably improved is neither a relapse nor without improvement', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const line = trajectory(course, phq9, { care: WHOLE_CARE });
        if (classesOf(line).sinceBaseline !== 'reliableImprovement') return;
        expect(line.onTrack.status).not.toBe('notOnTrack');
        expect(line.withoutImprovement.status).not.toBe('withoutImprovement');
        expect(line.improvement).not.toMatchObject({ now: 'none' });
      }),
      { numRuns: 500 },
    );
  });

  it('says nothing of being on track before four measurements in three weeks', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const { onTrack, baseline, latest } = trajectory(course, phq9, { care: WHOLE_CARE });
        if (onTrack.status !== 'notOnTrack' && onTrack.status !== 'notFlagged') return;
        expect(onTrack.measurements).toBeGreaterThanOrEqual(4);
        expect(onTrack.days).toBeGreaterThanOrEqual(21);
        expect(baseline === null || latest === null).toBe(false);
      }),
    );
  });
});
