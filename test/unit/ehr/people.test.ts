import { describe, expect, test } from 'vitest';
import { birthDatesIn, otherDateIn } from '#extension/ehr/people/dates.ts';
import { identityOf } from '#extension/ehr/people/identity.ts';
import { distinctSubjects, peopleOf } from '#extension/ehr/people/several.ts';
import { BIRTH_DATE, SESSION_DATE } from '#extension/ehr/simplepractice/selectors.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';

const date = (text: string) => text as CalendarDate;

describe('a couple’s record', () => {
  test.each(['Sam & Dana Rivera', 'Sam and Dana Rivera', 'Sam / Dana Rivera', 'Sam + Dana Rivera'])(
    '%s is two people of one record, without a birth date',
    (name) => {
      const subject = { recordId: '8ad47f029e6bc135', name, birthDate: date('1985-07-09') };
      expect(peopleOf(subject)).toEqual([
        { recordId: '8ad47f029e6bc135', name: 'Sam', birthDate: null },
        { recordId: '8ad47f029e6bc135', name: 'Dana Rivera', birthDate: null },
      ]);
    },
  );

  test.each(['& Sam Rivera', 'Sam Rivera +', 'Sam ＆ Dana Rivera', '&'])(
    '%s is never one, whatever stands beside the marker',
    (name) => {
      const subject = { recordId: '8ad47f029e6bc135', name, birthDate: date('1985-07-09') };
      const people = peopleOf(subject);
      expect(people).toHaveLength(2);
      expect(people.every(({ birthDate }) => birthDate === null)).toBe(true);
    },
  );

  test.each(['Sam Rivera (he/him)', 'Andrea Sandoval', 'Alexander Brand', 'Tomás Núñez-Vega'])(
    '%s is one',
    (name) => {
      const subject = { recordId: null, name, birthDate: null };
      expect(peopleOf(subject)).toEqual([subject]);
    },
  );
});

test('the same person said twice is one subject', () => {
  const subject = { recordId: null, name: 'Jordan Avery', birthDate: date('1991-03-14') };
  expect(distinctSubjects([subject, { ...subject }])).toEqual([subject]);
});

describe('how well a page says who it is about', () => {
  const whole = { recordId: '41001', name: 'Jordan Avery', birthDate: date('1991-03-14') };
  const nothing = { urlId: null, linkedIds: [] };

  test.each([
    [[], { urlId: '41001', linkedIds: [] }, 'none', []],
    [
      [whole],
      { urlId: '41001', linkedIds: ['41001'] },
      'certain',
      ['urlId', 'headerLink', 'name', 'birthDate'],
    ],
    [[whole], nothing, 'certain', ['name', 'birthDate']],
    [
      [{ ...whole, birthDate: null }],
      { urlId: null, linkedIds: ['41001'] },
      'certain',
      ['headerLink', 'name'],
    ],
    [
      [{ ...whole, name: null, birthDate: null }],
      { urlId: '41001', linkedIds: ['41001'] },
      'none',
      ['urlId', 'headerLink'],
    ],
    [[{ ...whole, birthDate: null }], nothing, 'none', ['name']],
    [[whole, { ...whole, name: 'Riley Chen' }], { urlId: '41001', linkedIds: [] }, 'ambiguous', []],
  ] as const)('%j with %j: %s', (subjects, evidence, verdict, signals) => {
    expect(identityOf(subjects, evidence)).toEqual({ verdict, signals });
  });
});

describe('dates in a header', () => {
  test.each([
    ['DOB: 03/14/1991 (35)', ['1991-03-14']],
    ['DOB Mar 14, 1991', ['1991-03-14']],
    ['Date of birth 3/4/1991', ['1991-03-04']],
    ['DOB: 1991-03-14', ['1991-03-14']],
    ['DOB 03-14-1991', ['1991-03-14']],
    ['D.O.B.: March 14th, 1991', ['1991-03-14']],
    ['BIRTHDAY: MARCH 14, 1991', ['1991-03-14']],
    ['Appointment Nov 20, 2026', []],
    ['DOB: 03/14/1991 … DOB: 03/15/1991', ['1991-03-14', '1991-03-15']],
  ])('birth dates of "%s"', (text, expected) => {
    expect(birthDatesIn(text, BIRTH_DATE)).toEqual({ dates: expected, unreadable: false });
  });

  test.each([
    'DOB: 02/30/1991',
    'DOB: 3/14/91',
    'DOB: 14 March 1991',
    'DOB: 03/14-1991',
    'DOB: 03/14/19911',
    'Date of birth withheld',
    'DOB: 03/14/1991 … DOB: 3/15/91',
  ])('"%s" can not be read, which is not the same as not being there', (text) => {
    expect(birthDatesIn(text, BIRTH_DATE).unreadable).toBe(true);
  });

  test('the session’s date is the one that is no birth date', () => {
    const header = 'Jordan Avery DOB: 03/14/1991 Nov 20, 2026, 8:00 am - 8:50 am';
    expect(otherDateIn(header, BIRTH_DATE, SESSION_DATE)).toBe('2026-11-20');
    expect(otherDateIn(`${header} Nov 21, 2026`, BIRTH_DATE, SESSION_DATE)).toBeNull();
  });
});
