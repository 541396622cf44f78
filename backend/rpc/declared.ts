import { CATALOGUE, isPermissionName } from '#backend/access/catalogue.ts';

/** The part of a router that says what it serves: procedures by path. */
export interface Served {
  readonly _def: { readonly procedures: object };
}

/**
 * The router itself, if every procedure carries the permission of its own path and every permission
 * has a procedure. Otherwise throws, so that a backend with an undeclared procedure can't start.
 */
export function declared<Router extends Served>(router: Router): Router {
  const paths = servedPaths(router);
  for (const [path, procedure] of paths) {
    if (!isPermissionName(path)) throw new Error(`No permission is declared for ${path}.`);
    const permission = permissionOf(procedure);
    if (permission !== path) throw new Error(`${path} asks for the permission of ${permission}.`);
  }
  const unserved = Object.keys(CATALOGUE).filter((name) => !paths.has(name));
  if (unserved.length > 0) throw new Error(`Declared but not served: ${unserved.join(', ')}.`);
  return router;
}

/** The procedures of a router by path. */
export function servedPaths(router: Served): Map<string, unknown> {
  const { _def: definition } = router;
  return new Map(Object.entries(definition.procedures));
}

function permissionOf(procedure: unknown): string {
  const permission = member(member(member(procedure, '_def'), 'meta'), 'permission');
  return typeof permission === 'string' ? permission : 'nobody';
}

function member(holder: unknown, name: string): unknown {
  const holds = typeof holder === 'object' || typeof holder === 'function';
  return holds && holder !== null ? Reflect.get(holder, name) : undefined;
}
