import type { Caller } from '#backend/access/caller.ts';
import { canonicalText } from '#backend/audit/canonical.ts';
import type { KeptPlan } from '#backend/store/plans.ts';
import type { PlanReply, PutPlan } from '#shared/contracts/between-procedures.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { planFaults } from '#shared/plans/faults.ts';
import type { CareDeps } from '../deps.ts';
import { type HeldClient, inHeldClient } from './held-client.ts';
import { offeredBy, standingIn } from './offered.ts';
import { clientMoment } from './plan-moment.ts';
import type { SendingCare } from './sending-care.ts';

/** Keeps a version of a plan. The panel repeats until it is answered: the same again is one. */
export function putPlan(deps: CareDeps): SendingCare['putPlan'] {
  return (caller, input) =>
    inHeldClient(deps, { caller, clientId: input.clientId }, (held) => keep(held, caller, input));
}

async function keep(
  { care, now }: HeldClient,
  { staffId }: Caller,
  input: PutPlan,
): Promise<Result<PlanReply, 'notFound' | 'outdated' | 'clientNotInCare'>> {
  const { clientId, planId, version, terms, oftenMeant } = input;
  const standing = await care.plans.find(planId);
  if (standing !== null && standing.clientId !== clientId) return refuse('notFound');
  if (standing !== null && isSame(standing, input)) return ok({ is: 'kept', at: standing.at });
  const follows = version === (standing?.version ?? 0) + 1;
  if (!follows || (standing !== null && standing.endedAt !== null)) return refuse('outdated');
  if (!(await care.clients.isInCare(clientId))) return refuse('clientNotInCare');
  const { today, appointments } = await clientMoment(care, clientId, now);
  const cadence = standing?.terms.cadence ?? null;
  const standingOf = standingIn(await offeredBy(care));
  const judge = { today, appointments, oftenMeant, standing: cadence, standingOf };
  const faults = planFaults(terms, judge);
  if (faults.length > 0) return ok({ is: 'refused', faults: [...faults] });
  await care.plans.add(input, staffId);
  await care.audit.append({ action: 'plan.kept', clientId, subject: { planId, version } });
  await care.live.tell(clientId, 'client');
  return ok({ is: 'kept', at: now });
}

/** Ends a plan. */
export function endPlan(deps: CareDeps): SendingCare['endPlan'] {
  return (caller, { clientId, planId }) =>
    inHeldClient(deps, { caller, clientId }, async ({ care, now }) => {
      const standing = await care.plans.find(planId);
      if (standing?.clientId !== clientId) return refuse('notFound');
      if (await care.plans.end(planId, caller.staffId)) {
        await care.audit.append({ action: 'plan.ended', clientId, subject: { planId } });
        await care.live.tell(clientId, 'client');
      }
      return ok({ at: now });
    });
}

/** Whether what stands is what is put, whoever put it. */
function isSame({ version, terms, oftenMeant }: KeptPlan, put: PutPlan): boolean {
  const same = version === put.version && oftenMeant === put.oftenMeant;
  return same && canonicalText(terms) === canonicalText(put.terms);
}
