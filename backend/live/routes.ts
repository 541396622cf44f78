import { Hono } from 'hono';
import * as z from 'zod/mini';
import { bearerOf } from '#backend/identity/bearer.ts';
import type { Identity } from '#backend/identity/identity.ts';
import { AppError } from '#shared/contracts/errors.ts';
import { jsonBody, SMALL_BODY } from '../http/body.ts';
import type { RequestEnv } from '../http/env.ts';
import { type ExtensionOrigins, onlyOurExtension } from '../http/origin.ts';
import { sizeLimit } from '../http/size-limit.ts';
import type { Live } from './live.ts';

/** What the stream's route is built from. */
export interface LiveRouteDeps {
  readonly live: Pick<Live, 'open'>;
  readonly identity: Pick<Identity, 'callerOf'>;
  readonly extensionOrigins: ExtensionOrigins;
}

/**
 * `POST /live`: server-sent events for one session, until it ends. POST, as every call of the
 * extension: a browser sends Origin with it, and the token stands in the header alone.
 */
export function liveRoutes({ live, identity, extensionOrigins }: LiveRouteDeps) {
  const routes = new Hono<RequestEnv>();
  routes.post('/live', onlyOurExtension(extensionOrigins), sizeLimit(SMALL_BODY), async (c) => {
    if (new URL(c.req.url).search !== '') throw new AppError('malformedInput');
    await jsonBody(c, z.strictObject({}));
    const token = bearerOf(c.req.header('authorization'));
    const caller = token === null ? null : await identity.callerOf(token, c.get('requestId'));
    if (token === null || caller === null) throw new AppError('signedOut');
    const opened = await live.open(caller, token);
    if (!opened.ok) throw new AppError(opened.refusal);
    return c.body(opened.value, 200, {
      'content-type': 'text/event-stream',
      // A proxy that gathers a reply before it passes it on would hold back every event (nginx).
      'x-accel-buffering': 'no',
    });
  });
  return routes;
}
