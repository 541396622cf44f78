import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdapterSwitches } from '#shared/contracts/fleet.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { anAdapterReport, aReport } from '#test/support/fleet.ts';
import {
  aPractice,
  aStaffMember,
  call,
  openPage,
  type SignedIn,
  submitForm,
  valueOf,
} from '#test/support/practice.ts';

const DAY = 86_400_000;

let backend: TestBackend;
let practiceId: PracticeId;
let admin: SignedIn;
let clinician: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  practiceId = await aPractice(backend);
  admin = await aStaffMember(backend, practiceId, 'admin');
  clinician = await aStaffMember(backend, practiceId);
});
afterAll(() => backend.close());

async function report(given: Parameters<typeof aReport>[0] = {}) {
  const reply = await call(backend, 'fleet.report', aReport(given), clinician.token);
  expect(reply.status).toBe(200);
}

/** The words of the page, without its markup. */
async function page(who = admin): Promise<string> {
  const text = await (await openPage(backend, '/fleet', { cookie: who.cookie })).text();
  return text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

type Fields = { readonly version: string; readonly mode: string; readonly reason: string };

const switchTo = (fields: Partial<Fields>, { ehr = 'simplepractice', who = admin } = {}) =>
  submitForm(
    backend,
    `/fleet/${ehr}`,
    { version: '0', mode: 'readOnly', reason: 'The note page looks new.', ...fields },
    { cookie: who.cookie },
  );

async function modes(who = clinician) {
  const reply = await call(backend, 'fleet.switches', undefined, who.token);
  const { adapters } = AdapterSwitches.parse(await valueOf(reply));
  return Object.fromEntries(adapters.map(({ ehr, mode }) => [ehr, mode]));
}

async function decisions(of = practiceId) {
  return backend.database.asSuperuser<{ version: number; mode: string; reason: string }>(
    `select version, mode, reason from care.adapter_switch where practice_id = $1 order by version`,
    [of],
  );
}

describe('the page of browsers', () => {
  it('shows versions, pages, failed checks by browsers, and insertions', async () => {
    const laptop = v7();
    await report({ browserId: laptop });
    await report({ browserId: laptop });
    await report({
      browser: 'firefox',
      adapters: [
        anAdapterReport({
          adapterVersion: 2,
          pageKinds: { unknown: 1 },
          failedChecks: { 'header.name': 5, 'note.form': 1 },
          insertions: { exact: 0, changed: 2, notInserted: 1, unconfirmed: 0 },
        }),
      ],
    });
    const text = await page();
    expect(text).toContain('Chrome, Throughline 1.4.0 1 browser');
    expect(text).toContain('Firefox, Throughline 1.4.0 1 browser');
    expect(text).toContain('Version 2 1 browser Version 1 1 browser');
    expect(text).toContain('Chart 6 times Note 4 times Not recognised once');
    expect(text).toContain('header.name (version 2) 5 times, in 1 browser');
    expect(text).toContain('header.name (version 1) twice, in 1 browser');
    expect(text).toContain('Exactly as approved twice Changed by the page twice Not inserted once');
    expect(text).toContain('No browser told of this EHR in the last 7 days.');
  });

  it('lists browsers that were not heard of for a week, and counts them no more', async () => {
    await report();
    backend.clock.pass(7 * DAY);
    await backend.database.asSuperuser(
      `update directory.session set expires_at = expires_at + interval '30 days'`,
    );
    const text = await page();
    expect(text).toContain('Not heard of for a week (1)');
    expect(text).toMatch(/Chrome, Throughline 1\.4\.0, last on \d+ \w+ \d{4}/);
    expect(text).toContain('No browser reported in the last 7 days.');
    expect(text).not.toContain('Chart');
  });

  it('is read by a clinician, who may switch nothing', async () => {
    expect(await page(clinician)).toContain('An admin of the practice can switch these.');
    expect((await switchTo({}, { who: clinician })).status).toBe(403);
    expect(await decisions()).toEqual([]);
    const denied = await backend.database.asSuperuser(
      `select 1 from care.audit_event where actor_id = $1 and action = 'access.denied'
       and subject->>'permission' = 'fleet.decide'`,
      [clinician.staffId],
    );
    expect(denied).toHaveLength(1);
  });

  it('asks whoever is signed out to sign in', async () => {
    const away = await openPage(backend, '/fleet');
    expect(away.headers.get('location')).toBe('/sign-in?to=fleet');
  });

  it('shows nothing of another practice', async () => {
    await report();
    await switchTo({});
    const other = await aStaffMember(backend, await aPractice(backend, 'Oak Avenue'), 'admin');
    const text = await page(other);
    expect(text).not.toContain('Chrome');
    expect(text).not.toContain('The note page looks new.');
    expect(await modes(other)).toMatchObject({ simplepractice: 'on' });
  });
});

describe('a switch', () => {
  it('is in force at once, kept with its reason, and recorded without it', async () => {
    const done = await switchTo({});
    expect(done.headers.get('location')).toBe('/fleet?switched=simplepractice#simplepractice');
    expect(await modes()).toMatchObject({ simplepractice: 'readOnly', therapynotes: 'on' });
    await switchTo({ version: '1', mode: 'off', reason: 'Charts get mixed up.' });
    await switchTo({ version: '2', mode: 'on', reason: 'Mended in 1.4.1.' });
    expect(await modes()).toMatchObject({ simplepractice: 'on' });
    expect(await decisions()).toEqual([
      { version: 1, mode: 'readOnly', reason: 'The note page looks new.' },
      { version: 2, mode: 'off', reason: 'Charts get mixed up.' },
      { version: 3, mode: 'on', reason: 'Mended in 1.4.1.' },
    ]);
    const events = await backend.database.asSuperuser<{ subject: object; actor: string }>(
      `select subject, actor_id as actor from care.audit_event
       where practice_id = $1 and action = 'adapter.switched' order by at`,
      [practiceId],
    );
    expect(events).toEqual(
      (['readOnly', 'off', 'on'] as const).map((mode, before) => ({
        subject: { ehr: 'simplepractice', mode, version: before + 1 },
        actor: admin.staffId,
      })),
    );
    expect(await page()).toMatch(
      /SimplePractice On Set by Staff \d+ on [^:]+: Mended in 1\.4\.1\./,
    );
  });

  it('to what it is already is no decision', async () => {
    expect((await switchTo({ mode: 'on' })).status).toBe(303);
    expect(await decisions()).toEqual([]);
  });

  it.each([
    ['no reason', { reason: '   ' }],
    ['a reason that is too long', { reason: 'x'.repeat(301) }],
  ])('with %s is refused, and what was typed stays', async (_, fields) => {
    const refused = await switchTo({ mode: 'off', ...fields });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('Say why, in 1 to 300 characters. Nothing was switched.');
    expect(text).toMatch(/value="off"\s+checked/);
    expect(text.match(/\sautofocus\b/g)).toHaveLength(1);
    expect(await decisions()).toEqual([]);
    const again = await openPage(backend, '/fleet/simplepractice', { cookie: admin.cookie });
    expect(again.headers.get('location')).toBe('/fleet#simplepractice');
  });

  it('is refused with words when somebody else was quicker, and of ten at once one holds', async () => {
    await switchTo({});
    const late = await switchTo({ mode: 'off' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('This has changed since the page was loaded.');
    const all = await Promise.all(
      Array.from({ length: 10 }, () => switchTo({ version: '1', mode: 'off' })),
    );
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(await decisions()).toHaveLength(2);
  });

  it.each([
    ['an EHR that there is not', 'otherpractice', {}, 404],
    ['a mode that there is not', 'simplepractice', { mode: 'half' }, 400],
    ['a version that is no number', 'simplepractice', { version: 'latest' }, 400],
  ])('of %s is refused', async (_, ehr, fields, status) => {
    expect((await switchTo(fields, { ehr })).status).toBe(status);
  });
});
