import { describe, expect, it } from 'vitest';
import { parseBirthDate } from '#shared/identity/birth-date.ts';

describe('a birth date as pages show it', () => {
  it.each([
    ['3/4/1991', '1991-03-04'],
    ['03/04/1991', '1991-03-04'],
    ['12/31/1985', '1985-12-31'],
    ['Mar 4, 1991', '1991-03-04'],
    ['Mar 14,1991', '1991-03-14'],
    ['March 4, 1991', '1991-03-04'],
    ['Sept. 2, 2001', '2001-09-02'],
    ['SEP 2, 2001', '2001-09-02'],
    ['May 9, 2010', '2010-05-09'],
    ['1991-03-04', '1991-03-04'],
    ['  3/4/1991\u00a0', '1991-03-04'],
    ['2/29/2000', '2000-02-29'],
  ])('%s is %s', (shown, date) => {
    expect(parseBirthDate(shown)).toBe(date);
  });

  it.each([
    ['a day that does not exist', '2/29/1991'],
    ['a month that does not exist', '13/4/1991'],
    ['day 0', '3/0/1991'],
    ['month 0', '0/3/1991'],
    ['two digits for the year', '3/4/91'],
    ['a year before 1900', '3/4/1899'],
    ['a year after 2199', '3/4/2200'],
    ['no month name', 'Foo 4, 1991'],
    ['half a month name', 'Marc 4, 1991'],
    ['no date', '—'],
    ['nothing', ''],
    ['an age behind it', '3/4/1991 (35)'],
    ['an unpadded ISO date', '1991-3-4'],
    ['dots', '4.3.1991'],
  ])('is not guessed from %s', (_, shown) => {
    expect(parseBirthDate(shown)).toBeNull();
  });
});
