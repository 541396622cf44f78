import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PauseId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { aContact, planTerms } from '#test/support/sending.ts';
import {
  goTo,
  leaveCare,
  rounds,
  type SendingScene,
  sendingScene,
  sentTo,
} from './sending-scene.ts';

let backend: TestBackend;
let scene: SendingScene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await sendingScene(backend);
});
afterAll(() => backend.close());

describe('a plan', () => {
  it('is kept and shown with the days that come, by whom', async () => {
    const from = scene.day(1);
    const plan = scene.plan({ cadence: { is: 'everyWeeks', weeks: 2, from } });
    await scene.keep(plan);
    const { plans, sendable } = await scene.sendings();
    expect(plans).toMatchObject([
      { planId: plan.planId, version: 1, terms: plan.terms, by: scene.clinician.displayName },
    ]);
    expect(plans[0]?.next).toEqual([from, scene.day(15), scene.day(29)]);
    expect(sendable).toContainEqual({ measureId: 'phq9', name: 'PHQ-9', recallDays: 14 });
    expect(sendable.map(({ measureId }) => measureId)).not.toContain('gse');
  });

  it('is one, however often it is put, and of two who change it the second reads first', async () => {
    const plan = scene.plan();
    await scene.keep(plan);
    await scene.keep(plan);
    const changed = { ...plan, version: 2, terms: { ...plan.terms, hour: 17 } };
    const otherwise = { ...plan, version: 2, terms: { ...plan.terms, hour: 12 } };
    const outcomes = await Promise.all([
      scene.refusal('plans.put', changed),
      scene.refusal('plans.put', otherwise),
    ]);
    expect(outcomes).toContain(null);
    expect(outcomes).toContain('outdated');
    expect((await scene.sendings()).plans).toMatchObject([{ version: 2 }]);
    const rows = await backend.database.asSuperuser(
      'select version from care.plan_version where plan_id = $1 order by version',
      [plan.planId],
    );
    expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('goes on in its rhythm when only its hour changes, and sends no day twice', async () => {
    const plan = scene.plan({ cadence: { is: 'everyWeeks', weeks: 2, from: scene.day(1) } });
    await scene.keep(plan);
    goTo(backend, 1, 9);
    await rounds(backend);
    await scene.keep({ ...plan, version: 2, terms: { ...plan.terms, hour: 10 } });
    goTo(backend, 1, 12);
    await rounds(backend);
    expect(await sentTo(backend, scene.clientId)).toHaveLength(1);
    goTo(backend, 14, 12);
    await rounds(backend);
    expect(await sentTo(backend, scene.clientId)).toHaveLength(2);
  });

  it.each([
    [
      'begins in the past',
      (one: SendingScene) => ({ is: 'once' as const, on: one.day(-1) }),
      'inThePast',
    ],
    [
      'asks more often than a measure looks back',
      (one: SendingScene) => ({ is: 'everyWeeks' as const, weeks: 1, from: one.day() }),
      'moreOftenThanRecall',
    ],
  ] as const)('that %s is refused with the reason', async (_, cadence, fault) => {
    const plan = scene.plan({ cadence: cadence(scene) });
    expect(await scene.done('plans.put', plan)).toEqual({ is: 'refused', faults: [fault] });
    expect((await scene.sendings()).plans).toEqual([]);
  });

  it('may ask often when that is meant', async () => {
    const plan = scene.plan({ cadence: { is: 'everyWeeks', weeks: 1, from: scene.day() } });
    await scene.keep({ ...plan, oftenMeant: true });
    expect((await scene.sendings()).plans).toMatchObject([{ oftenMeant: true }]);
  });

  it('of somebody who left care, or that was ended, is not changed', async () => {
    const plan = scene.plan();
    await scene.keep(plan);
    const ending = { clientId: scene.clientId, planId: plan.planId };
    await scene.done('plans.end', ending);
    await scene.done('plans.end', ending);
    const next = { ...plan, version: 2, terms: { ...plan.terms, hour: 17 } };
    expect(await scene.refusal('plans.put', next)).toBe('outdated');
    await leaveCare(backend, scene);
    expect(await scene.refusal('plans.put', scene.plan())).toBe('clientNotInCare');
  });

  it('of one client is not another’s', async () => {
    const other = await sendingScene(backend, {}, scene);
    const plan = other.plan();
    await other.keep(plan);
    expect(await scene.refusal('plans.put', { ...plan, clientId: scene.clientId })).toBe(
      'notFound',
    );
    const ending = { clientId: scene.clientId, planId: plan.planId };
    expect(await scene.refusal('plans.end', ending)).toBe('notFound');
    expect((await other.sendings()).plans).toHaveLength(1);
  });

  it.each([
    ['seven measures', { measures: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }],
    ['no measure', { measures: [] }],
    ['an hour of the night', { hour: 3 }],
    ['reminders out of order', { reminderDays: [4, 2] }],
    ['a rhythm of no weeks', { cadence: { is: 'everyWeeks', weeks: 0, from: '2026-11-20' } }],
  ])('with %s is not understood', async (_, over) => {
    const plan = { ...scene.plan(), terms: { ...planTerms(), ...over } };
    expect(await scene.refusal('plans.put', plan)).toBe('malformedInput');
  });
});

describe('appointments', () => {
  it('of twenty days are kept, those behind left out, and taken back whatever a page shows', async () => {
    const days = Array.from({ length: 20 }, (_, index) => scene.day(index - 2));
    const { clientId } = scene;
    const told = { clientId, days, by: 'page' };
    await scene.done('appointments.tell', told);
    const ahead = days.slice(2);
    expect((await scene.sendings()).appointments).toEqual(ahead);
    await scene.done('appointments.takeBack', { clientId, day: scene.day(3) });
    await scene.done('appointments.tell', told);
    const left = ahead.filter((day) => day !== scene.day(3));
    expect((await scene.sendings()).appointments).toEqual(left);
    const tooMany = { ...told, days: [...days, scene.day(40)] };
    expect(await scene.refusal('appointments.tell', tooMany)).toBe('malformedInput');
  });

  it('are told by a person too, who is believed over a day that was taken back', async () => {
    const { clientId } = scene;
    const day = scene.day(3);
    const told = { clientId, days: [day], by: 'person' };
    await scene.done('appointments.tell', told);
    await scene.done('appointments.takeBack', { clientId, day });
    expect((await scene.sendings()).appointments).toEqual([]);
    await scene.done('appointments.tell', told);
    await scene.done('appointments.tell', told);
    expect((await scene.sendings()).appointments).toEqual([day]);
    const recorded = await backend.database.asSuperuser(
      `select subject from care.audit_event where client_id = $1 and action = 'appointments.told'`,
      [clientId],
    );
    const once = { subject: { days: 1, by: 'person' } };
    expect(recorded).toEqual([once, once]);
  });

  it('are sent for so many days before', async () => {
    const { clientId } = scene;
    await scene.keep(scene.plan({ cadence: { is: 'beforeAppointments', days: 2 } }));
    await scene.done('appointments.tell', { clientId, days: [scene.day(6)], by: 'page' });
    goTo(backend, 3, 12);
    await rounds(backend);
    expect(await sentTo(backend, clientId)).toEqual([]);
    goTo(backend, 1, 12);
    await rounds(backend);
    expect(await sentTo(backend, clientId)).toMatchObject([{ measure: 'phq9' }]);
  });
});

const pause = (over: object) => ({
  clientId: scene.clientId,
  pauseId: v7(),
  reason: 'away',
  until: null,
  ...over,
});

async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await backend.database.asSuperuser(
    `select from pg_stat_activity where usename = 'throughline_app' and wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
}

describe('a pause', () => {
  it('is one, however often it is set, and ends on its day', async () => {
    const away = pause({ until: scene.day(3) });
    await scene.done('plans.pause', away);
    await scene.done('plans.pause', away);
    expect((await scene.sendings()).pause).toMatchObject({ reason: 'away', until: scene.day(3) });
    goTo(backend, 4, 8);
    expect((await scene.sendings()).pause).toBeNull();
  });

  it('has no last day in a crisis, and none that is over', async () => {
    const guessed = pause({ reason: 'crisis', until: scene.day(3) });
    expect(await scene.refusal('plans.pause', guessed)).toBe('malformedInput');
    expect(await scene.refusal('plans.pause', pause({ until: scene.day(-1) }))).toBe('dayRefused');
    const resume = { clientId: scene.clientId, pauseId: v7() };
    expect(await scene.refusal('plans.resume', resume)).toBe('notFound');
  });

  it('stands as it was where a crisis could not take its place', async () => {
    const away = pause({});
    await scene.done('plans.pause', away);
    const crisis = pause({ reason: 'crisis' });
    const beside = await sendingScene(backend, {}, scene);
    let refused: Promise<string | null> | undefined;
    // Another client's pause takes the id after it was looked up, and before it is written.
    await backend.care.store.inPractice(scopeOf(scene.practiceId), async ({ pauses }) => {
      const { clientId, clinician, day } = beside;
      const theirs = { ...away, pauseId: crisis.pauseId as PauseId, clientId, from: day() };
      await pauses.add({ ...theirs, reason: 'away' }, clinician.staffId);
      refused = scene.refusal('plans.pause', crisis);
      await expect.poll(isSomebodyWaiting).toBe(true);
    });
    expect(await refused).toBe('notFound');
    expect((await scene.sendings()).pause).toMatchObject({ pauseId: away.pauseId });
  });
});

describe('a contact', () => {
  it('is agreed to at an address, and anew at another', async () => {
    const { agreedAt } = (await scene.sendings()).contact;
    backend.clock.pass(1000);
    await scene.contact({ language: 'spanish' });
    expect((await scene.sendings()).contact).toMatchObject({ language: 'spanish', agreedAt });
    await scene.contact({ email: 'other@mailbox.example' });
    const { contact } = await scene.sendings();
    expect(contact.agreedAt).not.toBe(agreedAt);
    await scene.contact({ agreed: false });
    expect((await scene.sendings()).contact.agreedAt).toBeNull();
  });

  it('that was taken back does not come back with a form that was opened before', async () => {
    const { contact: seen } = await scene.sendings();
    const form = aContact(scene.clientId, { seen, language: 'spanish' });
    await scene.contact({ channel: null, agreed: false });
    const refused = (await scene.sendings()).contact;
    expect(await scene.refusal('contacts.put', form)).toBe('outdated');
    expect((await scene.sendings()).contact).toEqual(refused);
  });

  it('is kept once when the answer to it was lost, and stays agreed to since then', async () => {
    const { contact: seen } = await scene.sendings();
    const form = aContact(scene.clientId, { seen, email: 'other@mailbox.example' });
    await scene.done('contacts.put', form);
    const kept = (await scene.sendings()).contact;
    backend.clock.pass(1000);
    await scene.done('contacts.put', form);
    expect((await scene.sendings()).contact).toEqual(kept);
  });

  it.each([
    ['a mail address with a line break', { email: 'a@b.example\nBcc: c@d.example' }],
    ['a channel without its address', { channel: 'text' }],
    ['an agreement to no channel', { channel: null }],
    ['a number that is none', { phone: '555-0142', channel: 'text' }],
    ['a country that is none', { country: 'Illinois' }],
  ])('with %s is not understood', async (_, over) => {
    const contact = { ...aContact(scene.clientId), ...over };
    expect(await scene.refusal('contacts.put', contact)).toBe('malformedInput');
  });
});

describe('templates', () => {
  it('are the practice’s, kept as a whole, and the second of two reads first', async () => {
    const templates = [{ name: 'Every two weeks', terms: planTerms() }];
    await scene.done('plans.putTemplates', { version: 1, templates });
    await scene.done('plans.putTemplates', { version: 1, templates });
    expect(await scene.sendings()).toMatchObject({ templates, templatesVersion: 1 });
    const other = { version: 1, templates: [] };
    expect(await scene.refusal('plans.putTemplates', other)).toBe('outdated');
    const faulty = [{ name: 'Never answered', terms: planTerms({ dueDays: 9 }) }];
    const put = { version: 2, templates: faulty };
    expect(await scene.refusal('plans.putTemplates', put)).toBe('settingsRefused');
  });

  it('that can’t be sent any more keep no others from being kept, or taken out', async () => {
    const old = { name: 'Of last year', terms: planTerms({ measures: ['withdrawn'] }) };
    const usual = { name: 'Usual', terms: planTerms() };
    await backend.database.asSuperuser(
      `insert into care.practice_setting (practice_id, kind, version, value, set_by, in_force_from)
       values ($1, 'planTemplates', 1, $2, $3, now())`,
      [scene.practiceId, JSON.stringify({ version: 1, templates: [old] }), scene.clinician.staffId],
    );
    await scene.done('plans.putTemplates', { version: 2, templates: [old, usual] });
    const changed = { ...old, name: 'Of this year' };
    const refused = { version: 3, templates: [changed, usual] };
    expect(await scene.refusal('plans.putTemplates', refused)).toBe('settingsRefused');
    await scene.done('plans.putTemplates', { version: 3, templates: [usual] });
  });
});
