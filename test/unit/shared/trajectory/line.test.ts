import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Observation } from '#shared/contracts/observation.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { newestRevisions } from '#shared/trajectory/corrections.ts';
import { observationsOf } from '#shared/trajectory/observations.ts';
import { trajectory } from '#shared/trajectory/trajectory.ts';
import { dayOf, IN_CARE, lineId, observed, observedAt, weekly } from '#test/support/a-line.ts';

/** The trajectory of a PHQ-9 in care since the first day. */
function ofPhq9(observations: readonly Observation[]) {
  return trajectory(observations, phq9, { care: IN_CARE });
}

/** Days and uses of the points, in order. */
function drawn(observations: readonly Observation[]) {
  return ofPhq9(observations).points.map(({ responseId, use }) => [responseId, use]);
}

describe('a line', () => {
  it('is in the order of the days described, whatever the order of entry', () => {
    const late = observed(3, 7, 14, { submittedAt: '2026-03-01T12:00:00.000Z' as Instant });
    const line = ofPhq9([observed(2, 14, 10), late, observed(1, 0, 18)]);
    expect(line.points.map(({ responseId }) => responseId)).toEqual([1, 3, 2].map(lineId));
    expect(line.latest?.responseId).toBe(lineId(2));
    expect(line.previous?.responseId).toBe(lineId(3));
  });

  it('of several scores of one day counts the last and draws all', () => {
    const observations = [
      observed(1, 0, 18),
      observed(2, 14, 12, { submittedAt: '2026-01-19T08:00:00.000Z' as Instant }),
      observed(3, 14, 16, { submittedAt: '2026-01-19T20:00:00.000Z' as Instant }),
      observed(4, 14, null, { submittedAt: '2026-01-19T21:00:00.000Z' as Instant }),
    ];
    expect(drawn(observations)).toEqual([
      [lineId(1), 'counted'],
      [lineId(2), 'sameDay'],
      [lineId(3), 'counted'],
      [lineId(4), 'unscored'],
    ]);
    const line = ofPhq9(observations);
    expect(line.previous?.total).toBe(18);
    expect(line.latest?.total).toBe(16);
    expect(line.episodes.at(-1)?.count).toBe(2);
  });

  it('keeps two answers around midnight on the two days of the practice', () => {
    // 23:59 and 00:01 in Chicago, both on 2 March in UTC.
    const line = ofPhq9([
      observedAt(1, '2026-03-02T05:59:00.000Z', 12, 'America/Chicago'),
      observedAt(2, '2026-03-02T06:01:00.000Z', 12, 'America/Chicago'),
    ]);
    expect(line.points.map(({ on, use }) => [on, use])).toEqual([
      ['2026-03-01', 'counted'],
      ['2026-03-02', 'counted'],
    ]);
    // 23:59 and 00:01 in UTC, both in the evening of 1 March in Chicago.
    const evening = ofPhq9([
      observedAt(1, '2026-03-01T23:59:00.000Z', 12, 'America/Chicago'),
      observedAt(2, '2026-03-02T00:01:00.000Z', 12, 'America/Chicago'),
    ]);
    expect(evening.points.map(({ on, use }) => [on, use])).toEqual([
      ['2026-03-01', 'sameDay'],
      ['2026-03-01', 'counted'],
    ]);
  });

  it('counts days, not hours, across the change to summer time', () => {
    const line = ofPhq9([
      observedAt(1, '2026-03-15T22:30:00.000Z', 12, 'Europe/Berlin'),
      observedAt(2, '2026-03-29T22:30:00.000Z', 12, 'Europe/Berlin'),
    ]);
    // From 15 March 23:30 to 30 March 00:30: 15 days, though 14 times 24 hours.
    expect(line.sinceBaseline).toMatchObject({ days: 15 });
    expect(line.points.map(({ overlapsRecall }) => overlapsRecall)).toEqual([false, false]);
  });

  it('marks points closer together than the recall period, two weeks for the PHQ-9', () => {
    const days = [0, 14, 27, 41, 41];
    const line = ofPhq9(days.map((day, index) => observed(index + 1, day, 10)));
    expect(line.points.map(({ overlapsRecall }) => overlapsRecall)).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
    const general = { ...phq9, recall: { label: 'in general', days: null } };
    const unmarked = trajectory(weekly([10, 11]), general, { care: IN_CARE });
    expect(unmarked.points.map(({ overlapsRecall }) => overlapsRecall)).toEqual([false, false]);
  });

  it('takes half a score for none: the whole one of that day counts', () => {
    const line = ofPhq9([
      observed(1, 0, 18),
      observed(2, 14, 12),
      observed(3, 14, 16, { displayed: null }),
      observed(4, 14, null, { displayed: 16 }),
    ]);
    expect(line.points.map(({ use }) => use)).toEqual([
      'counted',
      'counted',
      'unscored',
      'unscored',
    ]);
    expect(line.latest?.total).toBe(12);
  });

  it('draws an answer without a score and judges what came before', () => {
    const line = ofPhq9([observed(1, 0, 18), observed(2, 14, 12), observed(3, 28, null)]);
    expect(line.points.at(-1)).toMatchObject({ use: 'unscored', on: dayOf(28) });
    expect(line.latest?.total).toBe(12);
    expect(line.sinceBaseline).toMatchObject({ category: 'reliableImprovement' });
  });
});

describe('a form of another version or recall period', () => {
  it('is never put on the line: the form of the newest day stays, the others are named', () => {
    const line = ofPhq9([
      observed(1, 0, 25, { version: 1 }),
      observed(2, 14, 12, { version: 2 }),
      observed(3, 28, 11, { version: 2 }),
    ]);
    expect(line.points.map(({ responseId }) => responseId)).toEqual([2, 3].map(lineId));
    expect(line.otherForms).toEqual([
      { responseId: lineId(1), on: dayOf(0), version: 1, recallDays: 14 },
    ]);
    expect(line.sinceBaseline).toMatchObject({ points: -1, category: 'noReliableChange' });
  });

  it('is another form when it asks about other days', () => {
    const line = ofPhq9([
      observed(1, 0, 25, { recallDays: 7 }),
      observed(2, 14, 12, { recallDays: 14 }),
      observed(3, 28, 11),
    ]);
    expect(line.points.map(({ responseId }) => responseId)).toEqual([2, 3].map(lineId));
    expect(line.otherForms).toMatchObject([{ responseId: lineId(1), recallDays: 7 }]);
  });

  it('entered late does not push the newer form away', () => {
    const late = { version: 1, submittedAt: '2026-06-01T12:00:00.000Z' as Instant };
    const line = ofPhq9([observed(1, 0, 25, late), observed(2, 14, 12, { version: 2 })]);
    expect(line.points.map(({ responseId }) => responseId)).toEqual([lineId(2)]);
  });
});

describe('a corrected response', () => {
  it('gives way to the newest correction and stays on record', () => {
    const line = ofPhq9([
      observed(1, 0, 18),
      observed(2, 14, 25),
      observed(3, 14, 15, {
        corrects: lineId(2),
        submittedAt: '2026-02-01T09:00:00.000Z' as Instant,
      }),
      observed(4, 14, 13, {
        corrects: lineId(3),
        submittedAt: '2026-02-02T09:00:00.000Z' as Instant,
      }),
      observed(5, 28, 12),
    ]);
    expect(line.points.map(({ responseId }) => responseId)).toEqual([1, 4, 5].map(lineId));
    expect(line.superseded).toEqual([
      { responseId: lineId(2), by: lineId(4), on: dayOf(14), displayed: 25 },
      { responseId: lineId(3), by: lineId(4), on: dayOf(14), displayed: 15 },
    ]);
    expect(line.previous?.total).toBe(13);
  });

  it('shows no score when the correction is to another form, whose scores can’t stand beside it', () => {
    const { superseded } = ofPhq9([
      observed(1, 0, 18),
      observed(2, 0, 15, { corrects: lineId(1), version: 2 }),
    ]);
    expect(superseded).toEqual([
      { responseId: lineId(1), by: lineId(2), on: dayOf(0), displayed: null },
    ]);
  });

  it('corrected twice counts the later correction', () => {
    const { current } = newestRevisions([
      observed(1, 0, 18),
      observed(2, 1, 16, { corrects: lineId(1) }),
      observed(3, 2, 14, { corrects: lineId(1) }),
    ]);
    expect(current.map(({ responseId }) => responseId)).toEqual([lineId(3)]);
  });

  it('counts when the one it corrects is not at hand', () => {
    const { current, superseded } = newestRevisions([observed(2, 1, 16, { corrects: lineId(1) })]);
    expect(current).toHaveLength(1);
    expect(superseded).toEqual([]);
  });

  it('may lose its score by the correction, or gain one', () => {
    const line = ofPhq9([
      observed(1, 0, 18),
      observed(2, 1, null, { corrects: lineId(1) }),
      observed(3, 14, null),
      observed(4, 15, 12, { corrects: lineId(3) }),
    ]);
    expect(line.points.map(({ use }) => use)).toEqual(['unscored', 'counted']);
    expect(line.baseline?.total).toBe(12);
  });
});

describe('readings as observations', () => {
  const reading = {
    measureId: 'phqads',
    version: 1,
    responseIds: [lineId(1), lineId(2)],
    on: dayOf(0),
    submittedAt: '2026-01-05T12:00:00.000Z' as Instant,
    total: 20,
    displayed: 20,
    band: 'moderate',
    prorated: false,
  };

  it('go by the newest response of a composite and carry what was corrected', () => {
    const [plain] = observationsOf([reading], new Map());
    expect(plain).toEqual(
      observed(2, 0, 20, { band: 'moderate', submittedAt: reading.submittedAt }),
    );
    const [corrected] = observationsOf([reading], new Map([[lineId(2), lineId(9)]]));
    expect(corrected?.corrects).toBe(lineId(9));
    expect(observationsOf([{ ...reading, responseIds: [] }], new Map())).toEqual([]);
  });
});
