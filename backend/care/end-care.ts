import type { CareRepositories, Scope } from '#backend/store/store.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from './deps.ts';
import { giveTimeBack } from './give-time-back.ts';

/** Whose care ends or goes on. */
export interface CareOf {
  readonly clientId: ClientId;
  /** A second identifier of the client, compared before anything is changed. */
  readonly bornOn: CalendarDate | null;
}

/** Why nobody was found whose care could end or go on. */
export type CareRefusal = 'notFound' | 'identityDisagrees';

/**
 * Why care can't end yet. `alertsOpen`: whoever is no longer in care is in no caseload, so an alert
 * would wait unseen. `riskUnseen`: the same of a risk answer on a form that was not sent. `inCouple`: a
 * partner may see scores, and a clinician ends that, not the operator.
 */
export type EndCareRefusal = CareRefusal | 'alertsOpen' | 'riskUnseen' | 'inCouple';

/**
 * Ends a client's care: every link closes, nothing more is sent, and caseloads no longer list the
 * client. All that was recorded stays, answers of unsent forms too. The answer says whether they were
 * in care until now.
 */
export function endCare(
  deps: CareDeps,
  scope: Scope,
  who: CareOf,
): Promise<Result<boolean, EndCareRefusal>> {
  return inCareOf(deps, { scope, who }, async (care) => {
    const { clientId } = who;
    // Forms first and the client then, as who submits holds them: what is under way is seen below.
    const isRiskUnseen = await care.administrations.hasUnseenRisk(clientId);
    await care.clients.hold(clientId);
    if (isRiskUnseen) return refuse('riskUnseen');
    if ((await care.alerts.holdOpenOf(clientId)).length > 0) return refuse('alertsOpen');
    if ((await care.couples.ofClient(clientId)) !== null) return refuse('inCouple');
    const wasInCare = await care.clients.setInCare(clientId, false);
    if (wasInCare) {
      await care.messages.cancelUnsentToClient(clientId);
      await care.audit.append({ action: 'client.careEnded', clientId, subject: {} });
    }
    return ok(wasInCare);
  });
}

/**
 * Takes a client into care again, in the caseloads and with the plans that they had. What was out when
 * care ended has as much time as it had then. The answer says whether care had ended until now.
 */
export function resumeCare(
  deps: CareDeps,
  scope: Scope,
  who: CareOf,
): Promise<Result<boolean, CareRefusal>> {
  return inCareOf(deps, { scope, who }, async (care) => {
    const { clientId } = who;
    await care.administrations.holdUnsentOf(clientId);
    const hadEnded = await care.clients.setInCare(clientId, true);
    if (hadEnded) {
      await care.audit.append({ action: 'client.careResumed', clientId, subject: {} });
      await giveTimeBack(care, clientId, scope.now);
    }
    return ok(hadEnded);
  });
}

/** Does it for the client who is meant, and tells open panels. */
function inCareOf<E>(
  deps: CareDeps,
  { scope, who }: { readonly scope: Scope; readonly who: CareOf },
  change: (care: CareRepositories) => Promise<Result<boolean, E>>,
): Promise<Result<boolean, CareRefusal | E>> {
  const { clientId, bornOn } = who;
  return deps.store.inPractice<Result<boolean, CareRefusal | E>>(scope, async (care) => {
    const client = await care.clients.find(clientId);
    if (client === null) return refuse('notFound');
    if (bornOn !== null && bornOn !== client.birthDate) return refuse('identityDisagrees');
    const done = await change(care);
    if (done.ok && done.value) await care.live.tell(clientId, 'client');
    return done;
  });
}
