import { describe, expect, it } from 'vitest';
import { addDays, type Instant } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers, ScoredResponse } from '#shared/contracts/response.ts';
import { compositeReadings } from '#shared/measures/composite.ts';
import { readingsOf } from '#shared/measures/readings.ts';
import { aResponse, FIRST_DAY, responseId } from '../a-history.ts';
import { anInstrument, aSubscale, prorating } from '../scoring/an-instrument.ts';

const responseTo = (instrument: Instrument, answers: Answers, number = 1, day = 0) =>
  aResponse(instrument, answers, { number, on: addDays(FIRST_DAY, day) });

describe('a response', () => {
  const both = anInstrument({
    subscales: [
      aSubscale('one', [1, 2], { bands: [{ min: 0, max: 6, label: 'any' }] }),
      aSubscale('other', [3, 4], { method: 'mean', max: 3 }),
    ],
    missing: prorating(2),
  });

  it('gives its total and its subscales, each on its own scale', () => {
    expect(readingsOf(responseTo(both, [1, 2, 1, 2]), both)).toEqual([
      { measureId: 'invented', total: 6, displayed: 6, band: 'middle', prorated: false },
      { measureId: 'invented.one', total: 3, displayed: 3, band: 'any', prorated: false },
      { measureId: 'invented.other', total: 1.5, displayed: 1.5, band: null, prorated: false },
    ]);
  });

  it('marks only those that a blank was filled in', () => {
    const marks = readingsOf(responseTo(both, [1, null, 1, 2]), both).map(
      ({ measureId, prorated }) => [measureId, prorated],
    );
    expect(marks).toEqual([
      ['invented', true],
      ['invented.one', true],
      ['invented.other', false],
    ]);
  });

  it('leaves out a subscale with too little answered', () => {
    const readings = readingsOf(responseTo(both, [null, null, 1, 2]), both);
    expect(readings.map(({ measureId }) => measureId)).toEqual(['invented', 'invented.other']);
  });

  it('without a total gives its subscales alone', () => {
    const profile: Instrument = { ...both, scoring: { method: 'subscales' } };
    const readings = readingsOf(responseTo(profile, [1, 2, 1, 2]), profile);
    expect(readings.map(({ measureId }) => measureId)).toEqual(['invented.one', 'invented.other']);
  });

  it('that can’t be scored gives nothing', () => {
    expect(readingsOf(responseTo(both, [null, null, null, 2]), both)).toEqual([]);
  });

  it('is never read by another version of its instrument', () => {
    const response = responseTo(both, [1, 2, 1, 2]);
    expect(() => readingsOf(response, { ...both, version: 2 })).toThrow('read by');
  });

  it('is never read by another instrument', () => {
    const response = responseTo(both, [1, 2, 1, 2]);
    expect(() => readingsOf(response, { ...both, id: 'other' })).toThrow(
      'a response to invented is read by other',
    );
  });
});

describe('a sum of two measures', () => {
  const mood = anInstrument({ id: 'mood', missing: prorating(1) });
  const worry = anInstrument({ id: 'worry', missing: prorating(1) });
  const sum = anInstrument({
    id: 'moodworry',
    items: [],
    scoring: { method: 'composite', of: ['mood', 'worry'], withinDays: 7 },
    range: { min: 0, max: 24 },
    bands: [
      { min: 0, max: 9, label: 'low' },
      { min: 10, max: 24, label: 'high' },
    ],
  });
  const readings = (...responses: ScoredResponse[]) =>
    compositeReadings(sum, [mood, worry], responses);

  it('is read from the two that belong together, at the later of them', () => {
    const found = readings(
      responseTo(mood, [1, 1, 1, 1], 1, 0),
      responseTo(worry, [2, 2, 2, 2], 2, 5),
    );
    expect(found).toMatchObject([
      {
        measureId: 'moodworry',
        version: 1,
        total: 12,
        displayed: 12,
        band: 'high',
        prorated: false,
        on: addDays(FIRST_DAY, 5),
        responseIds: [responseId(1), responseId(2)],
      },
    ]);
  });

  it('needs both, no further apart than the measure allows', () => {
    expect(readings(responseTo(mood, [1, 1, 1, 1]))).toEqual([]);
    const apart = (days: number) =>
      readings(responseTo(mood, [1, 1, 1, 1], 1, 0), responseTo(worry, [1, 1, 1, 1], 2, days));
    expect(apart(7)).toHaveLength(1);
    expect(apart(8)).toHaveLength(0);
  });

  it('takes the newest of each, and every response once', () => {
    const found = readings(
      responseTo(mood, [0, 0, 0, 0], 1, 0),
      responseTo(mood, [1, 0, 0, 0], 2, 3),
      responseTo(worry, [0, 0, 0, 0], 3, 3),
      responseTo(worry, [3, 3, 3, 3], 4, 4),
      responseTo(mood, [2, 0, 0, 0], 5, 6),
    );
    expect(found.map(({ total }) => total)).toEqual([1, 14]);
    expect(found.map(({ responseIds }) => responseIds)).toEqual([
      [responseId(2), responseId(3)],
      [responseId(4), responseId(5)],
    ]);
  });

  it('does not depend on the order in which responses are handed over', () => {
    const responses = [
      responseTo(mood, [1, 0, 0, 0], 1, 0),
      responseTo(worry, [0, 0, 0, 2], 2, 0),
      responseTo(mood, [3, 0, 0, 0], 3, 14),
      responseTo(worry, [0, 0, 0, 0], 4, 14),
    ];
    const inOrder = readings(...responses);
    expect(inOrder.map(({ total }) => total)).toEqual([3, 3]);
    expect(readings(...responses.toReversed())).toEqual(inOrder);
  });

  it('keeps a part that was recorded late with those of its day', () => {
    const late = {
      ...responseTo(mood, [2, 0, 0, 0], 9, 0),
      submittedAt: `${addDays(FIRST_DAY, 40)}T20:00:00.000Z` as Instant,
    };
    const found = readings(
      late,
      responseTo(worry, [1, 0, 0, 0], 2, 0),
      responseTo(mood, [3, 0, 0, 0], 3, 14),
      responseTo(worry, [3, 0, 0, 0], 4, 14),
    );
    expect(found.map(({ on, total }) => [on, total])).toEqual([
      [FIRST_DAY, 3],
      [addDays(FIRST_DAY, 14), 6],
    ]);
    expect(found[0]).toMatchObject({
      responseIds: [responseId(2), responseId(9)],
      submittedAt: late.submittedAt,
    });
  });

  it('may have one prorated part, and not two', () => {
    const blank = [1, 1, 1, null];
    const one = readings(responseTo(mood, blank, 1), responseTo(worry, [1, 1, 1, 1], 2));
    expect(one).toMatchObject([{ total: 8, prorated: true }]);
    expect(readings(responseTo(mood, blank, 1), responseTo(worry, blank, 2))).toEqual([]);
  });

  it('waits for a part that can be scored', () => {
    const found = readings(
      responseTo(mood, [1, 1, 1, 1], 1, 0),
      responseTo(worry, [null, null, 1, 1], 2, 0),
      responseTo(worry, [0, 0, 1, 1], 3, 1),
    );
    expect(found).toMatchObject([{ total: 6, on: addDays(FIRST_DAY, 1) }]);
  });

  it('takes no other version of a part', () => {
    const former = { ...mood, version: 2 };
    expect(
      readings(responseTo(former, [1, 1, 1, 1], 1), responseTo(worry, [1, 1, 1, 1], 2)),
    ).toEqual([]);
  });

  it('passes over responses to anything else, and judges each part by its own version', () => {
    const newer = { ...worry, version: 3 };
    const found = compositeReadings(
      sum,
      [mood, newer, { ...mood, id: 'sleep' }],
      [
        responseTo(mood, [1, 1, 1, 1], 1, 0),
        responseTo({ ...mood, id: 'sleep' }, [3, 3, 3, 3], 2, 1),
        responseTo({ ...mood, id: 'unknown' }, [3, 3, 3, 3], 3, 1),
        responseTo(newer, [2, 2, 2, 2], 4, 2),
      ],
    );
    expect(found.map(({ total, responseIds }) => [total, responseIds])).toEqual([
      [12, [responseId(1), responseId(4)]],
    ]);
  });

  it('is completed by its parts only, not by something else that lies between them', () => {
    const sleep = { ...mood, id: 'sleep' };
    const found = compositeReadings(
      sum,
      [mood, worry, sleep],
      [
        responseTo(mood, [1, 1, 1, 1], 1, 0),
        responseTo(worry, [1, 1, 1, 1], 2, 10),
        {
          ...responseTo(sleep, [1, 1, 1, 1], 3, 5),
          submittedAt: '2026-02-01T08:00:00.000Z' as Instant,
        },
      ],
    );
    expect(found).toEqual([]);
  });

  it('was recorded when the last of its parts was, whichever day that one is about', () => {
    const early = '2026-02-01T08:00:00.000Z' as Instant;
    const late = '2026-02-03T08:00:00.000Z' as Instant;
    const found = readings(
      { ...responseTo(mood, [1, 1, 1, 1], 1, 0), submittedAt: late },
      { ...responseTo(worry, [2, 2, 2, 2], 2, 5), submittedAt: early },
    );
    expect(found).toMatchObject([
      {
        total: 12,
        on: addDays(FIRST_DAY, 5),
        submittedAt: late,
        responseIds: [responseId(2), responseId(1)],
      },
    ]);
  });

  it('has no band where the composite states none', () => {
    const bare = { ...sum, bands: [] };
    const responses = [responseTo(mood, [1, 1, 1, 1], 1), responseTo(worry, [1, 1, 1, 1], 2)];
    expect(compositeReadings(bare, [mood, worry], responses)).toMatchObject([{ band: null }]);
  });

  it('is read of a composite only', () => {
    expect(compositeReadings(mood, [mood, worry], [responseTo(mood, [1, 1, 1, 1])])).toEqual([]);
  });
});
