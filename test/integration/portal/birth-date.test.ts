import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEUTRAL_SITE } from '#backend/portal/reader.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aClient,
  aLink,
  aPractice,
  aStaffMember,
  bornFields,
  openPage,
  submitForm,
} from '#test/support/practice.ts';

const BORN = '1991-03-14';
const NO_COOKIE = { cookie: '' };

let backend: TestBackend;
let practiceId: PracticeId;
let clientId: ClientId;

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
  const clinician = await aStaffMember(backend, practiceId);
  clientId = await aClient(backend, practiceId, clinician, { birthDate: BORN });
});
afterAll(() => backend.close());

const freshLink = () => aLink(backend, practiceId, clientId);
const stranger = (path: string) => openPage(backend, path, NO_COOKIE);
const tryDate = (link: string, birthDate: string) =>
  submitForm(backend, `${link}/birth-date`, bornFields(birthDate), NO_COOKIE);

describe('whoever follows a link', () => {
  it('is asked for the birth date first, on every page behind it', async () => {
    const link = await freshLink();
    for (const path of ['', '/q/1', '/q/9', '/review', '/done']) {
      const text = await (await stranger(`${link}${path}`)).text();
      expect(text).toContain('When were you born?');
      expect(text).not.toMatch(/Little interest|Look over/);
      expect(text).toContain(`name="at" value="${path}"`);
    }
  });

  it('gets a cookie for this link alone, which no script can read', async () => {
    const reply = await tryDate(await freshLink(), BORN);
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(reply.status).toBe(303);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; Path=\/m\/[\w-]{43};/);
    const other = await freshLink();
    const borrowed = { cookie: cookie.split(';')[0] ?? '' };
    expect(await (await openPage(backend, other, borrowed)).text()).toContain('were you born');
  });

  it('is not let in by a cookie of the own making', async () => {
    const link = await freshLink();
    const forged = { cookie: `pass=${'0'.repeat(64)}.${Date.now()}.AAAA` };
    expect(await (await openPage(backend, link, forged)).text()).toContain('were you born');
  });

  it('is told of a day that does not exist, which counts as no try', async () => {
    const link = await freshLink();
    for (let time = 0; time < 10; time += 1) {
      const reply = await tryDate(link, '1991-02-30');
      expect(reply.status).toBe(401);
      expect(await reply.text()).toContain('That is not a day');
    }
    expect((await tryDate(link, BORN)).status).toBe(303);
  });

  it('is asked again after half an hour without a touch, and the answer on its way is kept', async () => {
    const link = await freshLink();
    backend.clock.pass(31 * 60_000);
    const reply = await submitForm(backend, `${link}/q/1`, { answer: '2' });
    expect(reply.status).toBe(401);
    const text = await reply.text();
    expect(text).toContain('name="answer" value="2"');
    const carried = { ...bornFields(BORN), at: '/q/1', item: '1', answer: '2' };
    const saved = await submitForm(backend, `${link}/birth-date`, carried);
    expect(saved.headers.get('location')).toBe(`${link}/q/2`);
    expect(await (await openPage(backend, `${link}/q/1`)).text()).toMatch(
      /value="2" class="chosen"/,
    );
  });
});

describe('somebody who guesses birth dates', () => {
  it('closes the link, and then not even the right one opens it', async () => {
    const link = await freshLink();
    const days = Array.from({ length: 28 }, (_, day) => `1990-02-${String(day + 1)}`);
    const replies = await Promise.all(
      days.map((day) => tryDate(link, day.replace(/-(\d)$/, '-0$1'))),
    );
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 404)).toHaveLength(23);
    expect((await tryDate(link, BORN)).status).toBe(404);
    expect((await openPage(backend, `${link}/q/1`)).status).toBe(404);
  });

  it('cannot tell a closed link from one that never was', async () => {
    const link = await freshLink();
    for (let day = 10; day < 16; day += 1) await tryDate(link, `1980-01-${day}`);
    const closed = await (await stranger(link)).text();
    expect(closed).toBe(await (await stranger(`/m/${'A'.repeat(43)}`)).text());
    expect(closed).toContain('ask your therapist for a new link');
  });

  it('leaves a record of every try, without the date', async () => {
    const rows = await backend.database.asSuperuser<{ subject: object }>(
      "select subject from care.audit_event where action = 'checkIn.birthDateRefused'",
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows)).not.toMatch(/19[89]\d-/);
  });

  it('does not shut out the client of another link', async () => {
    expect((await tryDate(await freshLink(), BORN)).status).toBe(303);
  });
});

describe('a client who is no longer in care', () => {
  it('finds the link closed, also with half the answers given; those stay', async () => {
    const link = await freshLink();
    await submitForm(backend, `${link}/q/1`, { answer: '2' });
    const setActive = (active: boolean) =>
      backend.database.asSuperuser(`update care.client set active = ${active}`);
    await setActive(false);
    expect((await submitForm(backend, `${link}/q/2`, { answer: '1' })).status).toBe(404);
    expect((await submitForm(backend, `${link}/submit`, {})).status).toBe(404);
    await setActive(true);
    expect(await (await openPage(backend, `${link}/review`)).text()).toContain(
      '8 questions have no answer',
    );
  });
});

describe('whoever leaves', () => {
  it('is led to a neutral site without a pass, by a link that is open as by one that is none', async () => {
    for (const link of [await freshLink(), `/m/${'A'.repeat(43)}`]) {
      const left = await stranger(`${link}/leave`);
      expect(left.status).toBe(303);
      expect(left.headers.get('location')).toBe(NEUTRAL_SITE);
      expect(left.headers.get('cache-control')).toBe('no-store');
      expect(left.headers.getSetCookie()).toEqual([`pass=; Max-Age=0; Path=${link}`]);
    }
  });
});
