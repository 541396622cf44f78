import { describe, expect, it } from 'vitest';
import { careAt, settingsAt } from '#shared/alerts/replay/record.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { setting } from './outcomes.ts';
import { day } from './recorded.ts';

const from = (days: number) => `${day(days)}T12:00:00.000Z` as Instant;

describe('what was set at a moment', () => {
  const first = { from: from(1), settings: setting('C1', { share: 1.25 }) };
  const second = { from: from(2), settings: setting('C1', { share: 1.5 }) };
  const all = [second, first];

  it('is what was set last, in any order, from that very moment on', () => {
    expect(settingsAt(all, from(9))).toBe(second.settings);
    expect(settingsAt(all.toReversed(), from(9))).toBe(second.settings);
    expect(settingsAt(all, from(2))).toBe(second.settings);
    expect(settingsAt(all, from(1))).toBe(first.settings);
  });

  it('is nothing before the first', () => {
    expect(settingsAt(all, from(0))).toMatchObject({ rules: [] });
  });
});

describe('what was stated of care at a moment', () => {
  const first = { from: from(1), care: { startedOn: [day(1)] } };
  const second = { from: from(2), care: { startedOn: [day(1)], endedOn: [day(2)] } };
  const all = [second, first];

  it('is what was stated last, in any order, from that very moment on', () => {
    expect(careAt(all, from(9))).toBe(second.care);
    expect(careAt(all.toReversed(), from(9))).toBe(second.care);
    expect(careAt(all, from(2))).toBe(second.care);
    expect(careAt(all, from(1))).toBe(first.care);
  });

  it('is nothing before the first', () => {
    expect(careAt(all, from(0))).toEqual({});
  });
});
