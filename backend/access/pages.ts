import type { Role } from './caller.ts';

/**
 * What somebody may do on the console's pages, beside what a procedure's permission allows. Nothing
 * here is about a client. What everybody may see, a clinician may not decide: licences and rules bind
 * the practice. What a client is asked in therapy is the clinician's to compose; the practice's own
 * sentences are written by whoever writes notes or answers for them. What installs the extension, and
 * where, is the admin's alone.
 */
const PAGES = {
  'measures.read': ['clinician', 'admin'],
  'measures.decide': ['admin'],
  'alertRules.read': ['clinician', 'admin'],
  'alertRules.decide': ['admin'],
  'ownForms.read': ['clinician', 'admin'],
  'ownForms.compose': ['clinician'],
  'handMeasures.read': ['clinician', 'admin'],
  'handMeasures.decide': ['admin'],
  'fleet.read': ['clinician', 'admin'],
  'fleet.decide': ['admin'],
  'deployment.make': ['admin'],
  'phrases.read': ['clinician', 'admin'],
  'phrases.compose': ['clinician', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The name of what is done on a page. */
export type PagePermission = keyof typeof PAGES;

/** The one check of roles on the console's pages. */
export function mayOnPage(role: Role, permission: PagePermission): boolean {
  const roles: readonly Role[] = PAGES[permission];
  return roles.includes(role);
}
