import { trpcServer } from '@hono/trpc-server';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isPermissionName } from '#backend/access/catalogue.ts';
import type { PathCare } from '#backend/care/alerts/alert-care.ts';
import type { StaffCare } from '#backend/care/care.ts';
import type { BrowserCare } from '#backend/care/fleet/fleet-care.ts';
import type { SealedCare } from '#backend/care/sealed-care.ts';
import type { SendingCare } from '#backend/care/sending/sending-care.ts';
import { bearerOf } from '#backend/identity/bearer.ts';
import type { Identity } from '#backend/identity/identity.ts';
import { AppError } from '#shared/contracts/errors.ts';
import { MAX_SEALED_LENGTH } from '#shared/contracts/sealed.ts';
import { requireMediaType } from '../http/body.ts';
import type { RequestEnv } from '../http/env.ts';
import { failAsJson, failureOf } from '../http/failure.ts';
import { type ExtensionOrigins, onlyOurExtension } from '../http/origin.ts';
import { sizeLimit } from '../http/size-limit.ts';
import { router } from './router.ts';
import type { RpcContext } from './trpc.ts';
import { refusalOf } from './wire-error.ts';

/** The longest sealed entry, which holds the longest record of an insertion, and what is around it. */
const LARGEST_BODY = MAX_SEALED_LENGTH + 16 * 1024;

/** The largest report of a browser: ten adapters with every check of each, and some room. */
const LARGEST_REPORT = 64 * 1024;

/** What the extension's calls are built from. */
export interface RpcDeps {
  readonly care: StaffCare & SealedCare & BrowserCare & SendingCare & PathCare;
  readonly identity: Pick<Identity, 'callerOf'>;
  readonly extensionOrigins: ExtensionOrigins;
}

/** `POST /rpc/<procedure>`: one call a request, JSON in and out, token in the header. */
export function rpcRoutes(deps: RpcDeps) {
  const routes = new Hono<RequestEnv>();
  routes.use('/rpc/*', onlyOurExtension(deps.extensionOrigins), onlyPlainCalls);
  routes.use('/rpc/fleet.report', sizeLimit(LARGEST_REPORT));
  routes.post('/rpc/:procedure', sizeLimit(LARGEST_BODY), (c, next) => {
    const handle = trpcServer({
      router,
      endpoint: '/rpc',
      allowMethodOverride: true,
      allowBatching: false,
      createContext: async () => ({ ...(await contextOf(deps, c)) }),
      onError({ error }) {
        c.set('failure', refusalOf(error) ?? 'unexpected');
        c.set('cause', error.cause ?? error);
      },
    });
    return handle(c, next);
  });
  routes.onError((error, c) => failAsJson(c, failureOf(error)));
  return routes;
}

async function contextOf({ care, identity }: RpcDeps, c: Context<RequestEnv>): Promise<RpcContext> {
  const requestId = c.get('requestId');
  const token = bearerOf(c.req.header('authorization'));
  const caller = token === null ? null : await identity.callerOf(token, requestId);
  return { caller, requestId, care };
}

/**
 * Lets through exactly the calls that our client makes: JSON, nothing in the address but the
 * procedure's name, no streams. A client's identifiers never stand in an address.
 */
const onlyPlainCalls = createMiddleware<RequestEnv>(async (c, next) => {
  const procedure = c.req.path.slice('/rpc/'.length);
  if (isPermissionName(procedure)) c.set('procedure', procedure);
  requireMediaType(c, 'application/json');
  const streamed =
    c.req.header('trpc-accept') !== undefined ||
    (c.req.header('accept') ?? '').includes('application/jsonl');
  if (streamed || new URL(c.req.url).search !== '') throw new AppError('malformedInput');
  await next();
});
