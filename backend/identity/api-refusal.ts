import { isAPIError } from 'better-auth/api';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';

/**
 * Runs a call of better-auth and turns its refusals into values: the OAuth error code (RFC 6749,
 * RFC 8628) where it gives one, `refused` otherwise. Anything that is not a refusal still throws.
 */
export async function asResult<Value>(call: Promise<Value>): Promise<Result<Value, string>> {
  try {
    return ok(await call);
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    const code: unknown = error.body?.['error'];
    return refuse(typeof code === 'string' ? code : 'refused');
  }
}
