import { describe, expect, test } from 'vitest';
import { COUPLE_PROFILES, PEOPLE, person } from '#test/ehr/people.ts';

function distinct(values: readonly string[]): number {
  return new Set(values).size;
}

describe('the invented people', () => {
  test('every id is of the EHR’s shape and belongs to one record', () => {
    const records = [...PEOPLE, ...COUPLE_PROFILES].map((record) => record.simplepractice);
    expect(distinct(records.map(({ hash }) => hash))).toBe(records.length);
    expect(distinct(records.map(({ appointmentId }) => appointmentId))).toBe(records.length);
    for (const { hash, appointmentId } of records) {
      expect(hash).toMatch(/^[0-9a-f]{16}$/);
      expect(appointmentId).toMatch(/^\d{10}$/);
    }
    expect(distinct(PEOPLE.map(({ therapynotes }) => therapynotes.token))).toBe(PEOPLE.length);
    for (const { therapynotes } of PEOPLE) {
      expect(therapynotes.token).toMatch(/^(?:[\w-]{16}|[\w-]{22})$/);
    }
  });

  test('only one pair shares a name, and nobody shares name and birth date', () => {
    const names = PEOPLE.map(({ displayName }) => displayName);
    expect(distinct(names)).toBe(PEOPLE.length - 1);
    expect(distinct(PEOPLE.map((one) => `${one.displayName} ${one.birthDate}`))).toBe(
      PEOPLE.length,
    );
  });

  test('partners of a couple are people with records of their own', () => {
    for (const { partners } of COUPLE_PROFILES) {
      expect(partners.map((key) => person(key).key)).toEqual(partners);
    }
    expect(() => person('nobody')).toThrow('nobody');
  });
});
