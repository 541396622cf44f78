import { describe, expect, test } from 'vitest';
import { adapterFor } from '#extension/ehr/registry.ts';
import { sessionsHealth } from '#extension/ehr/sessionshealth/adapter.ts';
import { routeOf } from '#extension/ehr/sessionshealth/route.ts';
import { simplePractice } from '#extension/ehr/simplepractice/adapter.ts';
import { therapyNotes } from '#extension/ehr/therapynotes/adapter.ts';

describe('an address belongs to', () => {
  test.each([
    ['https://secure.simplepractice.com/appointments/2718400101', 'simplepractice'],
    ['https://www.therapynotes.com/app/patients/edit/kT4v_9Qm2XsLr7Bd/', 'therapynotes'],
    ['https://www.therapynotes.com/app', 'therapynotes'],
    ['https://app.sessionshealth.com/events/50001-261120', 'sessionshealth'],
    ['https://www.sessionshealth.com/', undefined],
    ['https://www.therapynotes.com/', undefined],
    ['https://www.therapynotes.com/apple', undefined],
    ['http://secure.simplepractice.com/clients', undefined],
    ['https://account.simplepractice.com/', undefined],
    ['https://secure.simplepractice.com.example.org/clients', undefined],
  ])('%s: %s', (address, ehr) => {
    expect(adapterFor(new URL(address))?.id).toBe(ehr);
  });
});

describe('two addresses stand for one place', () => {
  test.each([
    [
      simplePractice,
      '/clients/4f1c9a27be60d385/overview',
      '/clients/4f1c9a27be60d385/billing',
      true,
    ],
    [
      simplePractice,
      '/clients/4f1c9a27be60d385/overview',
      '/clients/a80e52d19c7fb364/overview',
      false,
    ],
    [simplePractice, '/appointments/2718400101', '/appointments/2718400102', false],
    [
      simplePractice,
      '/clients/4f1c9a27be60d385/progress_notes/1',
      '/clients/4f1c9a27be60d385/progress_notes/2',
      false,
    ],
    [
      simplePractice,
      '/clients/4f1c9a27be60d385/progress_notes/1',
      '/clients/4f1c9a27be60d385/progress_notes/1/edit?saved=1',
      true,
    ],
    [simplePractice, '/appointments/2718400101', '/appointments/2718400101?tab=1#note', true],
    [
      therapyNotes,
      '/app/patients/edit/kT4v_9Qm2XsLr7Bd/',
      '/app/patients/edit/kT4v_9Qm2XsLr7Bd/#tab=Documents',
      true,
    ],
    [
      therapyNotes,
      '/app/patients/edit/kT4v_9Qm2XsLr7Bd/',
      '/app/patients/edit/Wz8-pN3cYhJ5uEa1/',
      false,
    ],
    [therapyNotes, '/app/notes/edit.aspx?id=a', '/app/notes/edit.aspx?id=b', false],
    [therapyNotes, '/app/notes/edit.aspx?id=a', '/app/notes/edit.aspx?id=a#top', true],
    [therapyNotes, '/app/todo/?item=1', '/app/todo/?item=2', false],
    [therapyNotes, '/app/patients/?page=1', '/app/patients/?page=2', true],
    [sessionsHealth, '/clients/1001', '/clients/1001/details', true],
    [sessionsHealth, '/clients/1001', '/clients/1002', false],
    [sessionsHealth, '/events/50001-261120', '/events/50001-261120?tab=note', true],
    [sessionsHealth, '/events/50001-261120', '/events/50001-261127', false],
  ])('%o: %s and %s: %s', (adapter, one, other, same) => {
    const place = (path: string) => adapter.place(new URL(path, 'https://ehr.example')).page;
    expect(place(one) === place(other)).toBe(same);
  });
});

describe('a path of Sessions Health promises', () => {
  test.each([
    ['/events/50001-261120', 'note'],
    ['/events/50001', 'other'],
    ['/clients/1001/details', 'client'],
    ['/clients/new', 'other'],
    ['/clients', 'clientList'],
    ['/calendar', 'calendar'],
    ['/login', 'signIn'],
    ['/reports', 'other'],
  ])('%s: %s', (path, route) => {
    expect(routeOf(path)).toBe(route);
  });
});
