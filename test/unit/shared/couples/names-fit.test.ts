import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { namesFit } from '#shared/couples/names-fit.ts';

const called = (displayName: string) => ({
  displayName,
  otherNames: [],
  birthDate: '1990-01-01' as CalendarDate,
});
const COUPLE = [called('Sam Rivera'), called('Dana Rivera')] as const;

describe('the names of a couple’s heading', () => {
  it.each([
    ['Sam', 'Dana Rivera'],
    ['Dana Rivera', 'Sam'],
    ['Rivera, Sam', 'Dana'],
    ['SAM RIVERA', 'Dana M. Rivera'],
  ])('“%s” and “%s” are the two clients', (first, second) => {
    expect(namesFit([first, second], COUPLE)).toBe(true);
  });

  it.each([
    ['Sam', null],
    ['Sam', 'Sam Rivera'],
    ['Rivera', 'Dana Rivera'],
    ['Pat', 'Dana Rivera'],
    ['Sam', 'Dana Ortiz'],
    ['Sam & Dana', 'Rivera'],
    ['', ''],
  ])('“%s” and “%s” are not', (first, second) => {
    expect(namesFit([first, second], COUPLE)).toBe(false);
  });
});
