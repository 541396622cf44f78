import { type Browser, TargetType } from 'puppeteer';
import type { SignIn } from './connect.ts';

/** A token of a pairing that was approved, as the extension keeps it. */
interface HeldToken {
  readonly token: string;
  readonly backend: string;
  readonly expiresAt: string;
}

const CLIENT = { client_id: 'throughline-extension' };
const GRANT = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code' };
const WORKING_DAY_MS = 12 * 3_600_000;

/** The part of the browser's extension interface that is used in the worker. */
declare const chrome: {
  readonly storage: { readonly session: { set(items: { bearerToken: HeldToken }): Promise<void> } };
  readonly runtime: { readonly id: string };
};

/**
 * Leaves the browser as `connect` does, by the same requests to the server but without the tabs:
 * for stories that begin with a browser that was connected before.
 */
export async function pair(browser: Browser, backend: URL, staff: SignIn): Promise<void> {
  const target = await browser.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER);
  const worker = await target.worker();
  if (worker === null) throw new Error('the extension has no worker');
  const extension = `chrome-extension://${await worker.evaluate(() => chrome.runtime.id)}`;
  const { device_code, user_code } = await ask(backend, extension, '/api/auth/device/code', CLIENT);
  const { email, password } = staff;
  const signedIn = await submit(backend, '/sign-in', { email, password });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  await submit(backend, '/connect', { user_code: user_code ?? '', decision: 'approve' }, cookie);
  const collect = { ...CLIENT, ...GRANT, device_code };
  const { access_token } = await ask(backend, extension, '/api/auth/device/token', collect);
  const held = {
    token: access_token ?? '',
    backend: backend.origin,
    expiresAt: new Date(Date.now() + WORKING_DAY_MS).toISOString(),
  };
  await worker.evaluate((bearerToken) => chrome.storage.session.set({ bearerToken }), held);
}

async function ask(
  backend: URL,
  origin: string,
  path: string,
  body: Readonly<Record<string, string | undefined>>,
): Promise<Partial<Record<string, string>>> {
  const reply = await fetch(new URL(path, backend), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path} was answered with ${reply.status}`);
  return (await reply.json()) as Partial<Record<string, string>>;
}

async function submit(
  backend: URL,
  path: string,
  fields: Readonly<Record<string, string>>,
  cookie = '',
): Promise<Response> {
  const reply = await fetch(new URL(path, backend), {
    method: 'POST',
    headers: { origin: backend.origin, cookie },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  if (reply.status >= 400) throw new Error(`${path} was answered with ${reply.status}`);
  return reply;
}
