import type { PermissionName } from '#backend/access/catalogue.ts';
import type { App } from '#backend/app.ts';
import { servedPaths } from '#backend/rpc/declared.ts';
import { router } from '#backend/rpc/router.ts';

/** Every procedure of the router. */
export const PROCEDURES = [...servedPaths(router).keys()] as PermissionName[];

const ANY_PROCEDURE = 'POST /rpc/:procedure';

/**
 * Every route of the application as `METHOD /pattern`, each procedure by its own name. Read from
 * the application itself, so that none can be forgotten.
 */
export function servedRoutes(app: App): ReadonlySet<string> {
  // Middleware is listed as well, for every method.
  const handlers = app.routes.filter(({ method }) => method !== 'ALL');
  const routes = handlers.map(({ method, path }) => `${method} ${path}`);
  if (!routes.includes(ANY_PROCEDURE)) throw new Error('no procedure is served');
  const named = PROCEDURES.map((name) => `POST /rpc/${name}`);
  return new Set([...routes, ...named].filter((route) => route !== ANY_PROCEDURE));
}
