import type { KeptPlan } from '#backend/store/plans.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { Sendings } from '#shared/contracts/between-procedures.ts';
import type { ClientContact } from '#shared/contracts/contact.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Pause, Plan } from '#shared/contracts/plan.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { type DaysAhead, daysAhead } from '#shared/plans/next.ts';
import { pauseAt } from '#shared/plans/pauses.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import { plannedFor } from './earlier-days.ts';
import { offeredBy } from './offered.ts';
import { type ClientMoment, clientMoment } from './plan-moment.ts';
import type { SendingCare } from './sending-care.ts';
import { wayTo } from './way-to.ts';

/** Reads plans, pause, what is outstanding and what could be sent, in one transaction. */
export function sendingsOf(deps: CareDeps): SendingCare['sendingsOf'] {
  return (caller, { clientId }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      if (!(await care.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      await care.audit.append({ action: 'sendings.read', clientId, subject: {} });
      const moment = await clientMoment(care, clientId, scope.now);
      return ok(await read(care, clientId, { moment, channels: deps.channels }));
    });
  };
}

async function read(
  care: CareRepositories,
  clientId: ClientId,
  { moment, channels }: { readonly moment: ClientMoment } & Pick<CareDeps, 'channels'>,
): Promise<Sendings> {
  const { asOf, timeZone, appointments, pauses } = moment;
  const contact = await care.contacts.of(clientId);
  const kept = (await care.practiceSettings.newest('planTemplates'))?.value;
  const offered = [...(await offeredBy(care)).values()];
  const reachable = wayTo(contact, channels) !== null && (await care.clients.isInCare(clientId));
  return {
    asOf,
    plans: await plansOf(care, clientId, reachable ? moment : null),
    pause: shown(pauseAt(pauses, asOf, timeZone)),
    outstanding: await care.sendings.outstanding(clientId),
    appointments,
    contact: contact satisfies ClientContact,
    channels: [...channels],
    templates: kept?.templates ?? [],
    templatesVersion: kept?.version ?? 0,
    sendable: offered.flatMap((one) =>
      one.is === 'sendable'
        ? [
            {
              measureId: one.sendable.measureId,
              name: one.sendable.name,
              recallDays: one.sendable.recallDays,
            },
          ]
        : [],
    ),
  };
}

/** Plans with what they do next; with nothing where nobody can be written to. */
async function plansOf(
  care: CareRepositories,
  clientId: ClientId,
  moment: ClientMoment | null,
): Promise<Plan[]> {
  const standing = await care.plans.standing(clientId);
  const ahead = moment === null ? null : await aheadAt(care, clientId, moment);
  return standing.map((kept) => {
    const { clientId: _whose, sentFor: _days, ...plan } = kept;
    return { ...plan, ...(ahead?.(kept) ?? { next: [], leftOut: [] }) };
  });
}

async function aheadAt(
  care: CareRepositories,
  clientId: ClientId,
  moment: ClientMoment,
): Promise<(plan: KeptPlan) => DaysAhead> {
  const planned = await plannedFor(care, clientId, moment.today);
  return (plan) => daysAhead(plan, moment, planned(plan.terms));
}

function shown(pause: ClientMoment['pauses'][number] | null): Pause | null {
  if (pause === null) return null;
  const { pauseId, reason, from, until, by, at } = pause;
  return { pauseId, reason, from, until, by, at };
}
