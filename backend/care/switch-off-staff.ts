import type { CareRepositories, Scope } from '#backend/store/store.ts';
import { namedBy } from '#shared/alerts/escalation.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';
import { ladderInForce, tellOfHandOver } from './alerts/tell-staff.ts';
import type { CareDeps } from './deps.ts';

/** Who leaves, and who takes the caseload over; null when nobody does. */
export interface Leaving {
  readonly staffId: StaffId;
  /** An active clinician of the same practice. */
  readonly successor: StaffId | null;
}

/** What became of a caseload when its clinician was switched off. */
export interface Departure {
  /** False when they were switched off before. */
  readonly wasActive: boolean;
  /** Clients who were in their caseload until now. That they were stays on record. */
  readonly caseload: readonly ClientId[];
  /** Those of them who came into the successor's caseload just now. */
  readonly handedOver: readonly ClientId[];
  /** Those of them who are in no active clinician's caseload now: nobody sees their alerts. */
  readonly uncovered: readonly ClientId[];
  /** Whether a step of the ladder names them: until another is chosen, others are told in their place. */
  readonly namedInLadder: boolean;
}

/**
 * Switches a member of staff off, ends their sessions and hands the caseload over, in one
 * transaction; the successor is told of the alerts that wait, and where there is none, whoever stands in. May be asked again, to hand over later.
 */
export async function switchOffStaff(
  deps: CareDeps,
  scope: Scope,
  { staffId, successor }: Leaving,
): Promise<Departure> {
  return deps.store.inPractice(scope, async (care) => {
    const wasActive = await care.staff.switchOff(staffId);
    await care.accounts.endSessions(staffId);
    if (wasActive) {
      const subject = { staffId };
      await care.audit.append({ action: 'staff.switchedOff', clientId: null, subject });
    }
    const clients = (await care.caseload.identities(staffId)).map(({ clientId }) => clientId);
    // In one order, for others who hold several clients.
    const caseload = clients.toSorted();
    // A submission under way has read who cares for the client: its alerts have to be there below.
    for (const clientId of caseload) await care.clients.hold(clientId);
    const { now } = scope;
    const handedOver =
      successor === null
        ? []
        : await handOver(care, caseload, { staffId, successor, now, channels: deps.channels });
    const covered = new Set((await care.caseload.pairs()).map(({ clientId }) => clientId));
    const uncovered = caseload.filter((clientId) => !covered.has(clientId));
    for (const clientId of uncovered) {
      await tellOfHandOver(care, clientId, { clinicians: [], now, channels: deps.channels });
    }
    const namedInLadder = await isNamed(care, staffId);
    return { wasActive, caseload, handedOver, uncovered, namedInLadder };
  });
}

async function isNamed(care: CareRepositories, staffId: StaffId): Promise<boolean> {
  const { emergency, urgent } = await ladderInForce(care);
  return namedBy([...emergency, ...urgent]).includes(staffId);
}

async function handOver(
  care: CareRepositories,
  caseload: readonly ClientId[],
  {
    staffId,
    successor,
    now,
    channels,
  }: Leaving & Pick<CareDeps, 'channels'> & { readonly successor: StaffId; readonly now: Instant },
): Promise<readonly ClientId[]> {
  const handedOver: ClientId[] = [];
  for (const clientId of caseload) {
    await care.caseload.end(staffId, clientId);
    await care.audit.append({ action: 'caseload.ended', clientId, subject: { staffId } });
    if (!(await care.caseload.assign(successor, clientId))) continue;
    const taken = { staffId: successor };
    await care.audit.append({ action: 'caseload.assigned', clientId, subject: taken });
    await tellOfHandOver(care, clientId, { clinicians: [successor], now, channels });
    handedOver.push(clientId);
  }
  return handedOver;
}
