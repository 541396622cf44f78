import { describe, expect, it } from 'vitest';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import {
  perWeekInWords,
  pointsInWords,
  thresholdInWords,
  tooEarlyInWords,
} from '#shared/words/changes.ts';
import {
  bandInWords,
  itemsInWords,
  listInWords,
  measureName,
  scoreInWords,
} from '#shared/words/measures.ts';
import { dateSeenFrom, momentInWords, momentSeenFrom, timeInWords } from '#shared/words/moments.ts';

describe('points', () => {
  it.each([
    [-7, '7 points lower'],
    [1, '1 point higher'],
    [0, 'the same score'],
  ])('%i: %s', (points, words) => {
    expect(pointsInWords(points)).toBe(words);
  });

  it.each([
    [-0.42, '0.4 points per week lower'],
    [1, '1 point per week higher'],
    [1.96, '2 points per week higher'],
    [0.04, null],
    [0, null],
  ])('%f a week: %s', (perWeek, words) => {
    expect(perWeekInWords(perWeek)).toBe(words);
  });
});

describe('thresholds and trends', () => {
  it('say where they come from and what is needed', () => {
    expect(thresholdInWords(phq9.reliableChange)).toBe('threshold 6, published');
    expect(tooEarlyInWords({ status: 'tooEarly', have: 2, need: 4 })).toBe(
      '2 of 4 measurements needed for a trend',
    );
  });
});

describe('measures', () => {
  it('have their name and maximum, or stand by their id', () => {
    expect([measureName('phq9'), scoreInWords('phq9', 11)]).toEqual(['PHQ-9', '11/27']);
    expect([measureName('newer'), scoreInWords('newer', 11)]).toEqual(['newer', '11']);
  });

  it('name a range, or the side of the cut-off', () => {
    expect(bandInWords('moderate')).toBe('moderate range');
    expect(bandInWords('below the cut-off')).toBe('below the cut-off');
    expect(bandInWords('clinical range')).toBe('clinical range');
    expect(bandInWords('Normal Range')).toBe('Normal Range');
    expect(bandInWords('strange')).toBe('strange range');
  });

  it('list items as people do', () => {
    expect([itemsInWords([9]), itemsInWords([1, 2]), itemsInWords([1, 2, 9])]).toEqual([
      'item 9',
      'items 1 and 2',
      'items 1, 2 and 9',
    ]);
    expect(listInWords([])).toBe('');
  });
});

describe('moments', () => {
  const moment = '2026-11-21T00:58:00.000Z' as Instant;
  const today = '2026-11-20' as CalendarDate;

  it('are told in the practice’s zone', () => {
    expect(momentInWords(moment, 'America/Chicago')).toBe('20 Nov 2026, 6:58 pm');
    expect(momentSeenFrom(moment, 'America/Chicago', today)).toBe('20 Nov, 6:58 pm');
    expect(momentInWords(moment, 'Asia/Kolkata')).toBe('21 Nov 2026, 6:28 am');
  });

  it.each([
    ['2026-11-20T06:05:00.000Z', '12:05 am'],
    ['2026-11-20T18:00:00.000Z', '12:00 pm'],
  ])('%s is %s in Chicago', (instant, words) => {
    expect(timeInWords(instant as Instant, 'America/Chicago')).toBe(words);
  });

  it('leave the year out when it is this one', () => {
    expect(dateSeenFrom('2026-01-07' as CalendarDate, today)).toBe('7 Jan');
    expect(dateSeenFrom('2025-12-31' as CalendarDate, today)).toBe('31 Dec 2025');
  });
});
