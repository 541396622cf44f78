import type { Role } from './caller.ts';

/** What one procedure asks of its caller. */
export interface Permission {
  /** Roles that may call it at all. */
  readonly roles: readonly Role[];
  /**
   * Whose data it touches. `self`: only the caller's own account. `caseload`: clients that are
   * assigned to the caller; anybody else's are answered as if they did not exist. `carried`: what
   * somebody of the same practice did and sealed; the caller only brings it and learns nothing of it.
   */
  readonly reach: 'self' | 'caseload' | 'carried';
}

const CASELOAD_OF_CLINICIAN: Permission = { roles: ['clinician'], reach: 'caseload' };

/**
 * Every procedure and who may call it. An admin manages accounts and settings and sees nothing
 * clinical (45 CFR 164.502(b), minimum necessary). A procedure that is not listed here can't be
 * served: building the router fails.
 */
export const CATALOGUE = {
  'session.whoAmI': { roles: ['clinician', 'admin'], reach: 'self' },
  'brief.ofRecord': CASELOAD_OF_CLINICIAN,
  'brief.earlierScores': CASELOAD_OF_CLINICIAN,
  'caseload.list': CASELOAD_OF_CLINICIAN,
  'schedule.look': CASELOAD_OF_CLINICIAN,
  'links.candidates': CASELOAD_OF_CLINICIAN,
  'links.link': CASELOAD_OF_CLINICIAN,
  'links.unlink': CASELOAD_OF_CLINICIAN,
  'look.mark': CASELOAD_OF_CLINICIAN,
  'look.print': CASELOAD_OF_CLINICIAN,
  'alerts.acknowledge': CASELOAD_OF_CLINICIAN,
  'alerts.seen': CASELOAD_OF_CLINICIAN,
  'alerts.unacknowledged': CASELOAD_OF_CLINICIAN,
  // Whether messages leave the building is the practice's matter: no client is named.
  'alerts.path': { roles: ['clinician', 'admin'], reach: 'self' },
  'alerts.snooze': CASELOAD_OF_CLINICIAN,
  'update.compose': CASELOAD_OF_CLINICIAN,
  'insertions.record': CASELOAD_OF_CLINICIAN,
  'insertions.earlier': CASELOAD_OF_CLINICIAN,
  'insertions.recordUndo': CASELOAD_OF_CLINICIAN,
  'plans.of': CASELOAD_OF_CLINICIAN,
  'plans.put': CASELOAD_OF_CLINICIAN,
  'plans.end': CASELOAD_OF_CLINICIAN,
  'plans.pause': CASELOAD_OF_CLINICIAN,
  'plans.resume': CASELOAD_OF_CLINICIAN,
  'plans.sendNow': CASELOAD_OF_CLINICIAN,
  // What a practice begins plans with is about no client.
  'plans.putTemplates': { roles: ['clinician', 'admin'], reach: 'self' },
  'appointments.tell': CASELOAD_OF_CLINICIAN,
  'appointments.takeBack': CASELOAD_OF_CLINICIAN,
  'contacts.put': CASELOAD_OF_CLINICIAN,
  'events.add': CASELOAD_OF_CLINICIAN,
  'events.remove': CASELOAD_OF_CLINICIAN,
  'episodes.mark': CASELOAD_OF_CLINICIAN,
  'episodes.unmark': CASELOAD_OF_CLINICIAN,
  'baselines.choose': CASELOAD_OF_CLINICIAN,
  'baselines.clear': CASELOAD_OF_CLINICIAN,
  // Whose totals may be entered is the practice's matter: no client is named.
  'handTotals.measures': { roles: ['clinician'], reach: 'self' },
  'handTotals.enter': CASELOAD_OF_CLINICIAN,
  'responses.correct': CASELOAD_OF_CLINICIAN,
  'responses.correctOwn': CASELOAD_OF_CLINICIAN,
  'goals.put': CASELOAD_OF_CLINICIAN,
  'goals.rate': CASELOAD_OF_CLINICIAN,
  'goals.close': CASELOAD_OF_CLINICIAN,
  'topics.close': CASELOAD_OF_CLINICIAN,
  'clientPage.withheld': CASELOAD_OF_CLINICIAN,
  'clientPage.withhold': CASELOAD_OF_CLINICIAN,
  'couples.of': CASELOAD_OF_CLINICIAN,
  'couples.ofPage': CASELOAD_OF_CLINICIAN,
  'couples.choices': CASELOAD_OF_CLINICIAN,
  'couples.link': CASELOAD_OF_CLINICIAN,
  'couples.setPolicy': CASELOAD_OF_CLINICIAN,
  'couples.revokeConsent': CASELOAD_OF_CLINICIAN,
  'couples.unlink': CASELOAD_OF_CLINICIAN,
  'sealed.key': { roles: ['clinician', 'admin'], reach: 'self' },
  'sealed.deliver': { roles: ['clinician', 'admin'], reach: 'carried' },
  'fleet.report': { roles: ['clinician', 'admin'], reach: 'self' },
  'fleet.switches': { roles: ['clinician', 'admin'], reach: 'self' },
} as const satisfies Record<string, Permission>;

/** The name of a permission, which is the path of its procedure. */
export type PermissionName = keyof typeof CATALOGUE;

/** True when a path names a listed procedure. */
export function isPermissionName(path: string): path is PermissionName {
  return Object.hasOwn(CATALOGUE, path);
}
