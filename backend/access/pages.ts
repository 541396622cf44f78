import type { Role } from './caller.ts';

/**
 * What somebody may do on the console's pages, beside what a procedure's permission allows. Nothing
 * here is about a client but a clinician's own caseload, which is the clinician's alone, and that
 * something of a colleague's client waits, without the client. What everybody may see, a clinician may
 * not decide: licences and rules bind the practice. What a client is asked in therapy is the clinician's to compose; the practice's own
 * sentences are written by whoever writes notes or answers for them. What installs the extension, and
 * where, is the admin's alone.
 */
const PAGES = {
  'caseload.read': ['clinician'],
  'alerts.read': ['clinician'],
  'alerts.standIn': ['clinician', 'admin'],
  'alertActions.read': ['clinician', 'admin'],
  'alertActions.decide': ['admin'],
  'escalation.read': ['clinician', 'admin'],
  'escalation.decide': ['admin'],
  'deadMessages.read': ['clinician', 'admin'],
  'deadMessages.settle': ['clinician', 'admin'],
  'wording.read': ['clinician', 'admin'],
  'wording.decide': ['admin'],
  'ownContact.set': ['clinician', 'admin'],
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
