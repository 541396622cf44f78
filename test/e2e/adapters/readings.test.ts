import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { person } from '#test/ehr/people.ts';
import { GROUP_APPOINTMENT, LEGACY_COUPLE_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import { psychotherapyNoteId } from '#test/ehr/therapynotes/records.ts';
import type { Program } from './browser/program.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';

declare const program: Program;

const jordan = person('jordan-avery');
const { hash, appointmentId } = jordan.simplepractice;
const { token, noteId } = jordan.therapynotes;
const SP_NOTE = `/appointments/${appointmentId}`;
const TN_NOTE = `/app/notes/edit/${noteId}/`;

let at: StandIns;
beforeAll(async () => {
  at = await startStandIns();
});
afterEach(() => at.leave());
afterAll(() => at.close());

describe('how well a page says who it is about', () => {
  test.each([
    [`/clients/${hash}/overview`, 'certain', ['urlId', 'name', 'birthDate']],
    [SP_NOTE, 'certain', ['headerLink', 'name', 'birthDate']],
    [`/appointments/${LEGACY_COUPLE_APPOINTMENT}`, 'ambiguous', []],
    [`/appointments/${GROUP_APPOINTMENT}`, 'ambiguous', []],
    ['/appointments/2718400201', 'ambiguous', []],
    ['/clients/8ad47f029e6bc135/overview', 'ambiguous', []],
    ['/calendar/appointments', 'none', []],
  ])('SimplePractice %s: %s', async (path, verdict, signals) => {
    const tab = await at.simplePractice(path);
    await tab.open();
    const { identity } = await tab.settled(({ kind }) => kind !== 'unknown');
    expect(identity).toEqual({ verdict, signals });
  });

  test.each([
    [`/app/patients/edit/${token}/`, {}, 'certain', ['urlId', 'name', 'birthDate']],
    [TN_NOTE, {}, 'certain', ['headerLink', 'name', 'birthDate']],
    [TN_NOTE, { noteHeader: 'plain' }, 'certain', ['name', 'birthDate']],
    ['/app/patients/', {}, 'none', []],
  ] as const)('TherapyNotes %s %o: %s', async (path, options, verdict, signals) => {
    const tab = await at.therapyNotes(path, options);
    const { identity } = await tab.open();
    expect(identity).toEqual({ verdict, signals });
  });
});

describe('what sort of note is open', () => {
  test.each([
    ['SOAP Note', 'progress'],
    ['Initial Clinical Evaluation', 'intake'],
    ['data, subjective, plan', 'progress'],
  ])('in SimplePractice with the template %s: %s', async (template, type) => {
    const tab = await at.simplePractice(SP_NOTE, { notes: { [appointmentId]: { template } } });
    await tab.open();
    const { note } = await tab.settled(({ kind }) => kind === 'note');
    expect(note).toEqual({ template, type, state: 'editable' });
  });

  test('in TherapyNotes by the title of the form', async () => {
    const progress = await (await at.therapyNotes(TN_NOTE)).open();
    expect(progress.note?.type).toBe('progress');
    const separate = `/app/notes/edit/${psychotherapyNoteId(jordan)}/`;
    const { note } = await (await at.therapyNotes(separate)).open();
    expect(note).toEqual({
      template: 'Psychotherapy Note',
      type: 'psychotherapy',
      state: 'editable',
    });
  });
});

describe('who comes today', () => {
  test('SimplePractice’s day view, a couple’s record and a group among them', async () => {
    const tab = await at.simplePractice('/calendar/appointments');
    await tab.open();
    const { schedule, subjects } = await tab.settled((reading) => reading.schedule.length > 0);
    expect(subjects).toEqual([]);
    expect(schedule[0]).toEqual({
      key: 'appointment.1',
      startsAt: '08:00',
      subject: { recordId: null, name: 'Jordan Avery', birthDate: null },
      several: false,
    });
    const together = schedule.filter(({ several }) => several).map(({ subject }) => subject.name);
    expect(together).toEqual([
      'Sam Rivera & Dana Rivera',
      'Riley Chen & Priya Raman & Tomás Núñez-Vega & Walter Lindqvist',
      'Sam & Dana Rivera',
    ]);
  });

  test('the flyout over it adds nobody', async () => {
    const tab = await at.simplePractice(`/calendar${SP_NOTE}`);
    await tab.open();
    const reading = await tab.settled(({ schedule }) => schedule.length > 0);
    expect([reading.kind, reading.subjects, reading.fields]).toEqual(['calendar', [], []]);
    expect(reading.schedule).toHaveLength(17);
  });

  test('a week is nobody’s day', async () => {
    const tab = await at.simplePractice('/calendar/appointments', { calendarView: 'week' });
    await tab.open();
    const { kind, schedule } = await tab.settled((reading) => reading.kind === 'calendar');
    expect([kind, schedule]).toEqual(['calendar', []]);
  });

  test('TherapyNotes’ day view, where a couple is marked behind one name', async () => {
    const tab = await at.therapyNotes('/app/scheduling/#view=day&start=1795000000000');
    const { kind, schedule } = await tab.open();
    expect(kind).toBe('calendar');
    expect(schedule[0]).toMatchObject({ startsAt: '08:00', subject: { name: 'Jordan Avery' } });
    const together = schedule.filter(({ several }) => several).map(({ subject }) => subject.name);
    expect(together).toEqual(['Sam Rivera']);
  });

  test('TherapyNotes’ other views are nobody’s day, and a canceled session is none', async () => {
    const week = await at.therapyNotes('/app/scheduling/#view=week');
    expect((await week.open()).schedule).toEqual([]);
    const tab = await at.therapyNotes('/app/scheduling/#view=day');
    await tab.page.$eval('.calendar-daybubble', (one) => one.classList.add('missed-or-canceled'));
    const { schedule } = await tab.open();
    expect(schedule[0]?.subject.name).toBe('Riley Chen');
  });

  test.each([
    ['nothing', [], false],
    ['one day', ['Saturday, November 21, 2026'], true],
    ['a week', ['November 15 – 21, 2026'], false],
    ['several days', ['Nov 20, 2026', 'Nov 21, 2026'], false],
  ] as const)('TherapyNotes’ unnamed view under %s', async (_, headings, isDay) => {
    const tab = await at.therapyNotes('/app/scheduling/');
    await tab.page.evaluate((lines) => {
      for (const line of lines) {
        const heading = document.createElement('h2');
        heading.textContent = line;
        document.querySelector('h1')?.after(heading);
      }
    }, headings);
    const { kind, schedule } = await tab.open();
    expect([kind, schedule.length > 0]).toEqual(['calendar', isDay]);
  });
});

describe('scores that the EHR shows', () => {
  const PHQ9 = { measure: 'PHQ-9', score: 14, outOf: 27, date: '2026-11-06' };

  test('are read from the one client’s own page, each with its day', async () => {
    const second = { measure: 'GAD-7', score: 9, outOf: null, date: '2026-10-23' };
    const tab = await at.simplePractice(`/clients/${hash}/measures`, {
      measures: { [hash]: [PHQ9, second] },
    });
    await tab.open();
    const { scores } = await tab.settled((reading) => reading.scores.length > 0);
    expect(scores).toEqual([
      { measure: 'PHQ-9', score: 14, outOf: 27, on: '2026-11-06' },
      { measure: 'GAD-7', score: 9, outOf: null, on: '2026-10-23' },
    ]);
  });

  test('of the client before are never taken for the next one’s', async () => {
    const riley = person('riley-chen').simplepractice.hash;
    const tab = await at.simplePractice(`/clients/${hash}/measures`, {
      measures: { [hash]: [PHQ9], [riley]: [{ ...PHQ9, score: 3 }] },
      bodyDelayMs: 700,
    });
    await tab.open();
    await tab.settled(({ scores }) => scores.length > 0);
    await tab.page.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
    }, `/clients/${riley}/measures`);
    const next = await tab.settled(({ subjects }) => subjects[0]?.name === 'Riley Chen');
    expect(next.scores.map(({ score }) => score)).toEqual([3]);
    const readings = await tab.page.evaluate(() => program.readings);
    const mixed = readings.filter(
      ({ subjects, scores }) => subjects[0]?.name === 'Riley Chen' && scores[0]?.score === 14,
    );
    expect(mixed).toEqual([]);
  });

  test('of a couple’s record are nobody’s', async () => {
    const couple = '8ad47f029e6bc135';
    const tab = await at.simplePractice(`/clients/${couple}/measures`, {
      measures: { [couple]: [PHQ9] },
    });
    await tab.open();
    await tab.page.waitForSelector('.measures-table td');
    const { scores } = await tab.settled(({ identity }) => identity.verdict === 'ambiguous');
    expect(scores).toEqual([]);
  });

  test('on a TherapyNotes note are read, and a row that says no score is left out', async () => {
    const tab = await at.therapyNotes(TN_NOTE, {
      measures: [
        { measure: 'PHQ-9', score: '14 / 27', date: '2026-11-06' },
        { measure: 'GAD-7', score: 'Declined', date: '2026-11-06' },
        { measure: 'PCL-5', score: '31', date: '2026-10-09' },
        { measure: 'WHO-5', score: '40 / 25', date: '2026-10-09' },
      ],
    });
    const { scores } = await tab.open();
    expect(scores).toEqual([
      { measure: 'PHQ-9', score: 14, outOf: 27, on: '2026-11-06' },
      { measure: 'PCL-5', score: 31, outOf: null, on: '2026-10-09' },
    ]);
  });
});

describe('a denial of risk', () => {
  test('is what TherapyNotes’ box says, while it is ticked', async () => {
    const tab = await at.therapyNotes(TN_NOTE);
    expect((await tab.open()).riskDenial).toBeNull();
    await tab.page.click('#RiskAssessment__DeniesAll');
    await tab.settled(({ riskDenial }) => riskDenial === 'riskAssessment');
    await tab.page.click('#RiskAssessment__DeniesAll');
    await tab.settled(({ riskDenial }) => riskDenial === null);
  });

  test('is what somebody typed into a note, and not its opposite', async () => {
    const tab = await at.simplePractice(SP_NOTE);
    await tab.open();
    await tab.settled(({ kind }) => kind === 'note');
    await tab.page.type('.progress-individual-note-container .ProseMirror', 'Denies SI');
    await tab.settled(({ riskDenial }) => riskDenial === 'noteText');
    await tab.page.keyboard.press('Home');
    await tab.page.keyboard.type('Does not deny SI. ');
    await tab.page.keyboard.down('Shift');
    await tab.page.keyboard.press('End');
    await tab.page.keyboard.up('Shift');
    await tab.page.keyboard.press('Backspace');
    await tab.settled(({ riskDenial }) => riskDenial === null);
  });

  test('in a psychotherapy note is not looked for', async () => {
    const tab = await at.simplePractice(SP_NOTE);
    await tab.open();
    await tab.settled(({ kind }) => kind === 'note');
    const seen = await tab.page.evaluate(() => program.readings.length);
    await tab.page.type('.psychotherapy-note-container .ProseMirror', 'Denies SI. ');
    const { riskDenial } = await tab.settled(({ fields }) => fields.at(-1)?.empty === false);
    expect(riskDenial).toBeNull();
    expect(await tab.page.evaluate(() => program.readings.length)).toBeGreaterThan(seen);
  });
});
