import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { jsonBody, SMALL_BODY } from '../http/body.ts';
import type { RequestEnv } from '../http/env.ts';
import { failAsJson, failureOf } from '../http/failure.ts';
import { type ExtensionOrigins, onlyOurExtension } from '../http/origin.ts';
import { sizeLimit } from '../http/size-limit.ts';
import type { SourceOf } from '../http/source.ts';
import { askerOf } from './asker.ts';
import { bearerOf } from './bearer.ts';
import type { Identity } from './identity.ts';

const CodeRequest = z.object({ client_id: z.string().check(z.maxLength(100)) });
const TokenRequest = z.object({
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:device_code'),
  device_code: z.string().check(z.maxLength(200)),
  client_id: z.string().check(z.maxLength(100)),
});

/** What the extension's sign-in is built from. */
export interface IdentityRouteDeps {
  readonly identity: Identity;
  readonly extensionOrigins: ExtensionOrigins;
  readonly sourceOf: SourceOf;
}

/**
 * How the extension comes to a token and gives it back: RFC 8628 at the addresses that better-auth
 * uses. Sets no cookie.
 */
export function identityRoutes({ identity, extensionOrigins, sourceOf }: IdentityRouteDeps) {
  const routes = new Hono<RequestEnv>();
  routes.use('/api/auth/*', sizeLimit(SMALL_BODY), onlyOurExtension(extensionOrigins));
  routes.post('/api/auth/device/code', async (c) => {
    const { client_id } = await jsonBody(c, CodeRequest);
    const started = await identity.startPairing(client_id, askerOf(c, sourceOf));
    return started.ok ? c.json(started.value) : oauthError(c, started.refusal);
  });
  routes.post('/api/auth/device/token', async (c) => {
    const { client_id, device_code } = await jsonBody(c, TokenRequest);
    const requestId = c.get('requestId');
    const collected = await identity.collectToken(client_id, device_code, requestId);
    return collected.ok ? c.json(collected.value) : oauthError(c, collected.refusal);
  });
  routes.post('/api/auth/sign-out', async (c) => {
    const token = bearerOf(c.req.header('authorization'));
    if (token !== null) await identity.signOut(token, c.get('requestId'));
    return c.json({ signedOut: true });
  });
  routes.onError((error, c) => failAsJson(c, failureOf(error)));
  return routes;
}

/** A refusal in the form of RFC 6749 section 5.2. */
function oauthError(c: Context<RequestEnv>, code: string) {
  return c.json({ error: code }, 400);
}
