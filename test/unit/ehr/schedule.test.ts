import { describe, expect, test } from 'vitest';
import { clockTime } from '#extension/ehr/schedule/clock-time.ts';
import { scheduleOf } from '#extension/ehr/schedule/entries.ts';
import { appointmentIn } from '#extension/ehr/therapynotes/schedule.ts';

const stated = (who: string | null, several = false) => ({ who, when: '8:00 am', several });

describe('a time of day', () => {
  test.each([
    ['8:00 am - 8:50 am', '08:00'],
    ['12:00 pm - 12:50 pm', '12:00'],
    ['12:15 a.m.', '00:15'],
    ['1:05p', '13:05'],
    ['9 AM Jordan Avery', '09:00'],
    ['14:30', '14:30'],
    ['00:10 - 01:00', '00:10'],
  ])('%s is %s', (text, time) => {
    expect(clockTime(text)).toBe(time);
  });

  test.each(['9:00', '9:00 - 9:50 am', '12:00', 'Jordan Avery', '', '25:00', '9:75 am', 'room 14'])(
    '"%s" could be either half of the day, or none',
    (text) => {
      expect(clockTime(text)).toBeNull();
    },
  );
});

describe('a day', () => {
  test('keeps its order and names each appointment apart', () => {
    const day = scheduleOf([stated('Riley Chen'), stated('Jordan Avery')]);
    expect(day.map(({ key, subject }) => [key, subject.name])).toEqual([
      ['appointment.1', 'Riley Chen'],
      ['appointment.2', 'Jordan Avery'],
    ]);
    expect(day[0]?.subject).toEqual({ recordId: null, name: 'Riley Chen', birthDate: null });
  });

  test.each([
    ['Sam & Dana Rivera', false, true],
    ['Sam Rivera and Dana Rivera', false, true],
    ['Sam/Dana Rivera', false, true],
    ['Sam + Dana', false, true],
    ['Sam Rivera', true, true],
    ['Andrea Sandoval', false, false],
  ])('%s, marked %s: several %s', (who, marked, several) => {
    expect(scheduleOf([stated(who, marked)])[0]?.several).toBe(several);
  });

  test('leaves out who has no readable name, and what is more than a day', () => {
    expect(scheduleOf([stated(null), stated('  '), stated('x'.repeat(201))])).toEqual([]);
    expect(scheduleOf(Array.from({ length: 140 }, () => stated('Riley Chen')))).toHaveLength(100);
  });
});

describe('an appointment’s accessible name', () => {
  test.each([
    ['Therapy Session for Jordan Avery. 8:00 AM to 8:50 AM.', 'Jordan Avery', false, '08:00'],
    ['Therapy Session for Jordan M. Avery. 8:00 AM.', 'Jordan M. Avery', false, '08:00'],
    ['Therapy Intake for Avery, Jordan M. Room 2. 1:00 PM.', 'Avery, Jordan M', false, '13:00'],
    ['Session for Sam Rivera COUPLES. 9:00 AM.', 'Sam Rivera', true, '09:00'],
    ['Session for Noor Haddad FAMILY. 9:00 AM.', 'Noor Haddad', true, '09:00'],
    ['Session for Tuesday evening GROUP. 5:00 PM.', 'Tuesday evening', true, '17:00'],
    ['Session for Jordan Avery.', 'Jordan Avery', false, null],
    ['Session for Maeve O’Donnell, Jr. 8:00 AM.', 'Maeve O’Donnell, Jr', false, '08:00'],
  ])('%s', (label, who, several, startsAt) => {
    const appointment = appointmentIn(label);
    expect(appointment).toMatchObject({ who, several });
    expect(clockTime(appointment.when)).toBe(startsAt);
  });

  test.each(['Unavailable. 12:00 PM.', '', 'Session for Jordan Avery'])(
    'of "%s" names nobody',
    (label) => {
      expect(appointmentIn(label).who).toBeNull();
    },
  );
});
