import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceToken } from '#backend/identity/pairing.ts';
import { PUBLIC_URL, startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { askForToken, postAsExtension, startPairing } from '#test/support/pairing.ts';
import {
  aPractice,
  aStaffMember,
  call,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';

const CLIENT = 'throughline-extension';

let backend: TestBackend;
let clinician: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
  clinician = await aStaffMember(backend, await aPractice(backend));
});
afterAll(() => backend.close());

const post = (path: string, body: unknown) => postAsExtension(backend, path, body);
const begin = () => startPairing(backend);
const collect = (deviceCode: string) => askForToken(backend, deviceCode);

async function decide(userCode: string, decision: string, cookie = clinician.cookie) {
  return submitForm(backend, '/connect', { user_code: userCode, decision }, { cookie });
}

describe('pairing a browser extension', () => {
  it('gives a token after the clinician has approved the code on our own page', async () => {
    const { device_code, user_code, verification_uri_complete } = await begin();
    expect(user_code).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
    expect(verification_uri_complete).toBe(`${PUBLIC_URL.origin}/connect?user_code=${user_code}`);
    const waiting = await collect(device_code);
    expect(waiting.status).toBe(400);
    expect(await waiting.json()).toEqual({ error: 'authorization_pending' });

    const path = `/connect?user_code=${user_code}`;
    const page = await (await openPage(backend, path, { cookie: clinician.cookie })).text();
    expect(page).toContain(user_code);
    expect(page).toContain(clinician.email);
    expect(await (await decide(user_code, 'approve')).text()).toContain('connected');

    const collected = await collect(device_code);
    expect(collected.status).toBe(200);
    expect(collected.headers.getSetCookie()).toEqual([]);
    const { access_token, expires_in } = (await collected.json()) as DeviceToken;
    expect(expires_in).toBeGreaterThan(11 * 60 * 60);
    expect((await call(backend, 'session.whoAmI', undefined, access_token)).status).toBe(200);
    expect((await collect(device_code)).status).toBe(400);
  });

  it('is claimed by looking at the page for nobody: only a decision binds', async () => {
    await backend.database.asSuperuser('delete from directory.device_code');
    const { user_code } = await begin();
    await openPage(backend, `/connect?user_code=${user_code}`, { cookie: clinician.cookie });
    expect(await backend.database.asSuperuser('select user_id from directory.device_code')).toEqual(
      [{ user_id: null }],
    );
  });

  it('ends when the clinician denies', async () => {
    const { device_code, user_code } = await begin();
    await decide(user_code, 'deny');
    expect(await (await collect(device_code)).json()).toEqual({ error: 'access_denied' });
    expect((await decide(user_code, 'approve')).status).toBe(404);
  });

  it('asks whoever is not signed in to sign in first, and keeps the code', async () => {
    const { user_code } = await begin();
    const path = `/connect?user_code=${user_code}`;
    const sentAway = await openPage(backend, path);
    expect(sentAway.headers.get('location')).toBe(`/sign-in?user_code=${user_code}`);
    const { email, password } = clinician;
    const back = await submitForm(backend, '/sign-in', { email, password, user_code });
    expect(back.headers.get('location')).toBe(path);
    expect(back.headers.getSetCookie()[0]).toMatch(/HttpOnly.*Secure.*SameSite=Lax|Secure/i);
  });

  it('takes a code typed by hand in any form, and no other', async () => {
    const { user_code } = await begin();
    const typed = user_code.replace('-', ' ').toLowerCase();
    const path = `/connect?user_code=${encodeURIComponent(typed)}`;
    const page = await openPage(backend, path, { cookie: clinician.cookie });
    expect(await page.text()).toContain(user_code);
    for (const other of ['BCDF-GHJK', 'x', '<script>alert(1)</script>']) {
      expect((await decide(other, 'approve')).status).toBe(404);
    }
  });

  it('is refused to another client, another origin, and a broken request', async () => {
    const other = await post('/api/auth/device/code', { client_id: 'somebody-else' });
    expect(await other.json()).toEqual({ error: 'invalid_client' });
    for (const body of [null, {}, { client_id: 7 }, [], 'x']) {
      expect((await post('/api/auth/device/code', body)).status).toBe(400);
      expect((await post('/api/auth/device/token', body)).status).toBe(400);
    }
    const page = await backend.app.request(new URL('/api/auth/device/code', PUBLIC_URL), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: JSON.stringify({ client_id: CLIENT }),
    });
    expect(page.status).toBe(403);
  });

  it('opens no other door of the library behind it', async () => {
    for (const path of ['sign-up/email', 'get-session', 'sign-in/email', 'device', 'update-user']) {
      expect((await post(`/api/auth/${path}`, {})).status).toBe(404);
    }
  });
});
