import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeId } from '#shared/contracts/ids.ts';
import {
  EXTENSION,
  PUBLIC_URL,
  startTestBackend,
  type TestBackend,
} from '#test/support/backend.ts';
import { aPractice, aStaffMember, call, submitForm } from '#test/support/practice.ts';

const HOUR = 60 * 60_000;

let backend: TestBackend;
let practiceId: PracticeId;

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
});
beforeEach(() => backend.clock.reset());
afterAll(() => backend.close());

async function statusWith(token: string): Promise<number> {
  return (await call(backend, 'session.whoAmI', undefined, token)).status;
}

async function signIn(email: string, password: string): Promise<Response> {
  return submitForm(backend, '/sign-in', { email, password });
}

describe('a session', () => {
  it('tells who is signed in, and in which practice', async () => {
    const { token, staffId } = await aStaffMember(backend, practiceId, 'admin');
    const reply = await call(backend, 'session.whoAmI', undefined, token);
    expect(await reply.json()).toMatchObject({
      result: { data: { staffId, role: 'admin', practiceName: 'Elm Street' } },
    });
  });

  it('ends at once when its owner signs out', async () => {
    const { token } = await aStaffMember(backend, practiceId);
    expect(await statusWith(token)).toBe(200);
    const reply = await backend.app.request(new URL('/api/auth/sign-out', PUBLIC_URL), {
      method: 'POST',
      headers: { origin: EXTENSION, authorization: `Bearer ${token}` },
    });
    expect(reply.status).toBe(200);
    expect(await statusWith(token)).toBe(401);
  });

  it('ends at once when its owner is switched off, and can not be begun again', async () => {
    const { token, staffId, email, password } = await aStaffMember(backend, practiceId);
    expect(await statusWith(token)).toBe(200);
    await backend.setup.switchOffStaff(practiceId, staffId);
    expect(await statusWith(token)).toBe(401);
    expect((await signIn(email, password)).status).toBe(401);
  });

  it('that another process revoked is believed for three seconds at most', async () => {
    const { token, staffId } = await aStaffMember(backend, practiceId);
    expect(await statusWith(token)).toBe(200);
    await backend.database.asSuperuser(
      `delete from directory.session using directory.user u
       where user_id = u.id and u.staff_id = $1`,
      [staffId],
    );
    backend.clock.pass(3_000);
    expect(await statusWith(token)).toBe(401);
  });

  it('ends after twelve hours, however much it is used', async () => {
    const { token } = await aStaffMember(backend, practiceId);
    for (let hour = 1; hour < 12; hour += 1) {
      backend.clock.pass(HOUR);
      expect(await statusWith(token)).toBe(200);
    }
    backend.clock.pass(HOUR + 60_000);
    expect(await statusWith(token)).toBe(401);
  });
});

describe('signing in', () => {
  it('says the same of a wrong password and of an address that nobody has', async () => {
    const { email } = await aStaffMember(backend, practiceId);
    const wrong = await signIn(email, 'not the password at all');
    const unknown = await signIn('nobody@elm-street.example', 'not the password at all');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const page = await wrong.text();
    expect(page).toContain('E-mail address or password is not right.');
    expect(page.replace(email, '')).toBe(
      (await unknown.text()).replace('nobody@elm-street.example', ''),
    );
    expect(page).not.toContain('not the password at all');
  });

  it('is refused from another site', async () => {
    const { email, password } = await aStaffMember(backend, practiceId);
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    const reply = await submitForm(backend, '/sign-in', { email, password }, headers);
    expect(reply.status).toBe(403);
    expect(reply.headers.getSetCookie()).toEqual([]);
  });

  it('needs an account that was made with a good password, once', async () => {
    const { email } = await aStaffMember(backend, practiceId);
    const person = { displayName: 'Staff', role: 'clinician' } as const;
    const good = { ...person, password: 'another good long password' };
    expect(await backend.setup.addStaff(practiceId, { ...good, email })).toEqual({
      ok: false,
      refusal: 'emailTaken',
    });
    const weak = { ...person, email: 'weak@elm-street.example', password: 'short' };
    expect(await backend.setup.addStaff(practiceId, weak)).toEqual({
      ok: false,
      refusal: 'weakPassword',
    });
  });
});
