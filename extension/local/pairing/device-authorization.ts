import * as z from 'zod/mini';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type Failure, failure } from '../failure.ts';

/** The name under which the backend knows this extension. */
export const DEVICE_CLIENT_ID = 'throughline-extension';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

/** What the server gives for the clinician to approve (RFC 8628, 3.2). */
export const DeviceCode = z.object({
  device_code: z.string().check(z.minLength(1), z.maxLength(512)),
  user_code: z.string().check(z.regex(/^[A-Za-z0-9-]{4,32}$/)),
  verification_uri_complete: z.url(),
  /** Seconds. */
  expires_in: z.number().check(z.positive()),
  /** Seconds between two questions. */
  interval: z.number().check(z.nonnegative()),
});
export type DeviceCode = z.infer<typeof DeviceCode>;

/** The server's answer to "approved yet?" (RFC 8628, 3.5). */
const TokenReply = z.union([
  z.object({
    access_token: z.string().check(z.minLength(1), z.maxLength(4096)),
    /** Seconds. */
    expires_in: z.number().check(z.positive()),
  }),
  z.object({ error: z.string() }),
]);
export type TokenReply = z.infer<typeof TokenReply>;

/** What the two questions are sent with. */
export interface DeviceEndpoints {
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
}

/**
 * Asks for a code. Refused when the page that it names is not the backend's own: any other could
 * ask for the password.
 */
export async function requestCode(
  endpoints: DeviceEndpoints,
  backend: string,
): Promise<Result<DeviceCode, Failure>> {
  const url = `${backend}/api/auth/device/code`;
  const reply = await post(endpoints, url, { client_id: DEVICE_CLIENT_ID });
  if (!reply.ok) return reply;
  const code = DeviceCode.safeParse(reply.value);
  return code.success && new URL(code.data.verification_uri_complete).origin === backend
    ? ok(code.data)
    : refuse(failure('refused'));
}

/** Asks whether the code was approved. */
export async function requestToken(
  endpoints: DeviceEndpoints,
  backend: string,
  deviceCode: string,
): Promise<Result<TokenReply, Failure>> {
  const reply = await post(endpoints, `${backend}/api/auth/device/token`, {
    grant_type: GRANT_TYPE,
    device_code: deviceCode,
    client_id: DEVICE_CLIENT_ID,
  });
  if (!reply.ok) return reply;
  const parsed = TokenReply.safeParse(reply.value);
  return parsed.success ? ok(parsed.data) : refuse(failure('refused'));
}

/** Sends JSON and returns what came back, whatever its status: the flow's errors are replies. */
async function post(
  { fetch, timeoutMs }: DeviceEndpoints,
  url: string,
  body: Record<string, string>,
): Promise<Result<unknown, Failure>> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal,
    });
    return ok(await response.json());
  } catch {
    // The platform tells a refused connection, a cut one and a body that is no JSON apart only
    // in words; to the person they are the same.
    return refuse(failure(signal.aborted ? 'slow' : 'unreachable'));
  }
}
