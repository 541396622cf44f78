import type { Role } from './caller.ts';
import { CATALOGUE, type Permission, type PermissionName } from './catalogue.ts';

/**
 * The one check of roles: may somebody of this role call this procedure? Whether a client is in
 * the caseload is decided where the client is read, in the same statement.
 */
export function mayCall(role: Role, name: PermissionName): boolean {
  const permission: Permission = CATALOGUE[name];
  return permission.roles.includes(role);
}
