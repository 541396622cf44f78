import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import type { Logger } from 'pino';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { PathCare } from './care/alerts/alert-care.ts';
import type { StaffCare } from './care/care.ts';
import type { ClientCare } from './care/client-care.ts';
import type { PageCare } from './care/client-page/page-care.ts';
import type { ClientSharingCare } from './care/couples/couple-care.ts';
import type { BrowserCare, FleetCare } from './care/fleet/fleet-care.ts';
import type { FormCare } from './care/form-care.ts';
import type { PracticeCare } from './care/practice-care.ts';
import type { SealedCare } from './care/sealed-care.ts';
import type { SendingCare } from './care/sending/sending-care.ts';
import { missingPage } from './console/missing-page.ts';
import { consoleRoutes } from './console/routes.ts';
import { releaseRoutes } from './deploy/releases/routes.ts';
import type { RequestEnv } from './http/env.ts';
import { failAsJson, failureFor, failureOf } from './http/failure.ts';
import { securityHeaders } from './http/headers.ts';
import { accessLog } from './http/log.ts';
import type { ExtensionOrigins } from './http/origin.ts';
import type { SourceOf } from './http/source.ts';
import type { Identity } from './identity/identity.ts';
import { identityRoutes } from './identity/routes.ts';
import type { Live } from './live/live.ts';
import { liveRoutes } from './live/routes.ts';
import { assetRoutes } from './pages/assets.ts';
import { missingReply } from './portal/reply.ts';
import { portalRoutes } from './portal/routes.ts';
import { rpcRoutes } from './rpc/routes.ts';

/** Everything the application is built from. Nothing else is reached for. */
export interface AppDeps {
  readonly staffCare: StaffCare & SealedCare & BrowserCare & SendingCare & PathCare;
  readonly clientCare: ClientCare;
  readonly pageCare: PageCare;
  readonly clientSharing: ClientSharingCare;
  readonly practiceCare: PracticeCare;
  readonly formCare: FormCare;
  readonly fleetCare: FleetCare;
  readonly identity: Identity;
  readonly live: Pick<Live, 'open'>;
  /** Where people reach the backend; decides which forms are accepted and whether HSTS is sent. */
  readonly publicUrl: URL;
  /** What this installation signs with. */
  readonly secret: string;
  readonly extensionOrigins: ExtensionOrigins;
  readonly log: Logger;
  readonly now: () => Instant;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number;
  /** Whether the database answers. */
  readonly ready: () => Promise<boolean>;
  readonly sourceOf: SourceOf;
  /** Folder of the packed extension's releases. */
  readonly releases: string;
}

/** The application: every route, and what holds for all of them. Opens no socket. */
export function createApp(deps: AppDeps) {
  const { identity, publicUrl, extensionOrigins, log } = deps;
  const app = new Hono<RequestEnv>();
  // An id of the caller's choosing would be a way to forge log lines and audit rows.
  app.use(requestId({ limitLength: 0, generator: deps.newId }));
  app.use(accessLog(log, deps.elapsed));
  app.use(securityHeaders(publicUrl));
  app.route('/', healthRoutes(deps.ready));
  app.route('/', assetRoutes);
  app.route('/', rpcRoutes({ care: deps.staffCare, identity, extensionOrigins }));
  app.route('/', liveRoutes({ live: deps.live, identity, extensionOrigins }));
  app.route('/', identityRoutes({ identity, extensionOrigins, sourceOf: deps.sourceOf }));
  app.route(
    '/',
    consoleRoutes({
      identity,
      care: deps.staffCare,
      practice: deps.practiceCare,
      forms: deps.formCare,
      fleet: deps.fleetCare,
      now: deps.now,
      newId: deps.newId,
      publicUrl,
      sourceOf: deps.sourceOf,
      releases: deps.releases,
    }),
  );
  app.route('/', releaseRoutes({ folder: deps.releases, publicUrl, sourceOf: deps.sourceOf, log }));
  app.route(
    '/',
    portalRoutes({
      ...deps,
      care: deps.clientCare,
      page: deps.pageCare,
      sharing: deps.clientSharing,
    }),
  );
  app.notFound((c) => {
    // A client must never come to a page of the staff's. No route of its own: the log names the last one.
    if (c.req.method === 'GET' && c.req.path.startsWith('/m/')) return missingReply(c);
    return c.req.method === 'GET' && c.req.header('accept')?.includes('text/html') === true
      ? missingPage(c)
      : failAsJson(c, failureFor('notFound'));
  });
  app.onError((error, c) => failAsJson(c, failureOf(error)));
  return app;
}

/** The application, as the server and the tests use it. */
export type App = ReturnType<typeof createApp>;

/** `/health`: that the process answers, and whether it can serve. No details. */
function healthRoutes(ready: () => Promise<boolean>) {
  const routes = new Hono<RequestEnv>();
  routes.get('/health', async (c) => {
    const isReady = await ready();
    return c.json({ live: true, ready: isReady }, isReady ? 200 : 503);
  });
  return routes;
}
