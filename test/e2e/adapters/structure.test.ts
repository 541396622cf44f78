import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PageKind, PageReading } from '#shared/contracts/reading.ts';
import { SelfCheck } from '#shared/contracts/self-check.ts';
import { person } from '#test/ehr/people.ts';
import { clientOf, eventsOn } from '#test/ehr/sessionshealth/records.ts';
import { GROUP_APPOINTMENT, PAST_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import { signedNoteId } from '#test/ehr/therapynotes/records.ts';
import type { Program } from './browser/program.ts';
import type { EhrTab } from './harness.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';

declare const program: Program;

const jordan = person('jordan-avery');
const { hash, appointmentId } = jordan.simplepractice;
const { token, noteId } = jordan.therapynotes;
const CLIENT = clientOf('jordan-avery').id;
const EVENT = eventsOn('2026-11-20')[0]?.id ?? '';

/** How often selectors match on the recorded pages; a change of an adapter or a page shows here. */
const APPOINTMENT = { 'header.name': 1, 'header.link': 1, 'note.picker': 1, 'note.editor': 2 };
const CHART = { 'header.name': 1, 'header.birthDate': 1, 'form.name': 1, 'form.birthDate': 1 };
const NOTE = { 'measures.row': 0 };

let at: StandIns;
beforeAll(async () => {
  at = await startStandIns();
});
afterEach(() => at.leave());
afterAll(() => at.close());

/** How often each of the adapter's selectors matches on a page that has settled as a kind. */
async function counted(tab: EhrTab, kind: PageKind) {
  await tab.open();
  const { failedChecks } = PageReading.parse(await tab.settled((one) => one.kind === kind));
  const { checks } = SelfCheck.parse(await tab.page.evaluate(() => program.selfCheck()));
  return {
    counts: Object.fromEntries(checks.map(({ name, found }) => [name, found])),
    failedChecks,
  };
}

describe('SimplePractice’s pages have', () => {
  test.each([
    [
      'calendar',
      '/calendar/appointments',
      {},
      { 'calendar.title': 1, 'calendar.event': 17, 'note.editor': 0 },
    ],
    ['clientList', '/clients', {}, { 'clientList.link': 15 }],
    [
      'client',
      `/clients/${hash}/overview`,
      {},
      { 'header.name': 1, 'note.picker': 0, 'measures.row': 0 },
    ],
    ['note', `/appointments/${appointmentId}`, {}, { ...APPOINTMENT, 'note.form': 1 }],
    [
      'note',
      `/appointments/${appointmentId}`,
      { layout: 'updated' },
      { ...APPOINTMENT, 'note.form': 0 },
    ],
    [
      'note',
      `/appointments/${GROUP_APPOINTMENT}`,
      {},
      { ...APPOINTMENT, 'note.form': 1, 'header.name': 4, 'header.link': 4 },
    ],
    [
      'lockedNote',
      `/appointments/${PAST_APPOINTMENT}`,
      {},
      { 'header.name': 1, 'header.link': 1, 'note.picker': 0, 'note.editor': 0 },
    ],
  ] as const)('as %s at %s %o', async (kind, path, options, expected) => {
    const { counts, failedChecks } = await counted(await at.simplePractice(path, options), kind);
    expect(counts).toEqual(expected);
    expect(failedChecks).toEqual([]);
  });
});

describe('TherapyNotes’ pages have', () => {
  test.each([
    ['signedOut', '/app/login/', {}, { 'signIn.form': 2 }],
    ['calendar', '/app/scheduling/', {}, { 'calendar.bubble': 14, 'note.richText': 0 }],
    ['clientList', '/app/patients/', {}, { 'clientList.table': 11 }],
    ['client', `/app/patients/edit/${token}/`, {}, CHART],
    [
      'note',
      `/app/notes/edit/${noteId}/`,
      {},
      { ...NOTE, 'header.name': 2, 'header.birthDate': 1, 'header.link': 1, 'note.richText': 9 },
    ],
    [
      'note',
      `/app/notes/edit/${noteId}/`,
      { noteHeader: 'plain', template: 'classic' },
      { ...NOTE, 'header.name': 1, 'header.birthDate': 0, 'header.link': 0, 'note.richText': 11 },
    ],
    [
      'lockedNote',
      `/app/notes/edit/${signedNoteId(jordan)}/`,
      {},
      { 'header.name': 2, 'note.richText': 0 },
    ],
  ] as const)('as %s at %s %o', async (kind, path, options, expected) => {
    const { counts, failedChecks } = await counted(await at.therapyNotes(path, options), kind);
    expect(counts).toEqual(expected);
    expect(failedChecks).toEqual([]);
  });
});

describe('Sessions Health’s pages have', () => {
  test.each([
    ['signedOut', '/login', {}, { 'signIn.form': 1 }],
    [
      'calendar',
      '/calendar?view=day',
      {},
      { 'calendar.title': 1, 'calendar.event': 15, 'note.field': 0 },
    ],
    ['clientList', '/clients', {}, { 'clientList.link': 15 }],
    ['client', `/clients/${CLIENT}`, {}, { 'header.name': 1, 'note.field': 0 }],
    ['note', `/events/${EVENT}`, {}, { 'header.name': 1, 'header.link': 1, 'note.field': 4 }],
    [
      'lockedNote',
      `/events/${EVENT}`,
      { signed: [EVENT] },
      { 'header.name': 1, 'header.link': 1, 'note.field': 0 },
    ],
  ] as const)('as %s at %s %o', async (kind, path, options, expected) => {
    const { counts, failedChecks } = await counted(await at.sessionsHealth(path, options), kind);
    expect(counts).toEqual(expected);
    expect(failedChecks).toEqual([]);
  });
});
