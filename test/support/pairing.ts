import type { DeviceCode, DeviceToken } from '#backend/identity/pairing.ts';
import { EXTENSION, PUBLIC_URL, type TestBackend } from './backend.ts';

const CLIENT = 'throughline-extension';
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

/** Posts JSON as the extension does. */
export async function postAsExtension(
  backend: TestBackend,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return backend.app.request(new URL(path, PUBLIC_URL), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: EXTENSION, ...headers },
    body: JSON.stringify(body),
  });
}

/** Begins a pairing; throws when it is refused. */
export async function startPairing(backend: TestBackend): Promise<DeviceCode> {
  const reply = await postAsExtension(backend, '/api/auth/device/code', { client_id: CLIENT });
  if (reply.status !== 200) throw new Error(`pairing was answered with ${reply.status}`);
  return (await reply.json()) as DeviceCode;
}

/** Asks for a pairing's token. */
export async function askForToken(backend: TestBackend, deviceCode: string): Promise<Response> {
  // The pairing keeps its own pace: it is asked again only after its interval.
  await backend.database.asSuperuser('update directory.device_code set last_polled_at = null');
  return postAsExtension(backend, '/api/auth/device/token', {
    grant_type: GRANT_TYPE,
    device_code: deviceCode,
    client_id: CLIENT,
  });
}

/** The token of an approved pairing. */
export async function collectToken(backend: TestBackend, deviceCode: string): Promise<DeviceToken> {
  return (await (await askForToken(backend, deviceCode)).json()) as DeviceToken;
}
