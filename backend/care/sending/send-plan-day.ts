import type { KeptPlan } from '#backend/store/plans.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { AdministrationId, MessageId } from '#shared/contracts/ids.ts';
import { whyLeftOut } from '#shared/plans/left-out.ts';
import { answerWindow } from '#shared/plans/window.ts';
import { recordSent } from '../send-check-in.ts';
import { plannedFor } from './earlier-days.ts';
import type { Sendable } from './offered.ts';
import type { ClientMoment } from './plan-moment.ts';

/** A day of a plan that is sent for. */
export interface PlanDay {
  readonly plan: KeptPlan;
  readonly day: CalendarDate;
  readonly way: Channel;
  readonly moment: ClientMoment;
}

/**
 * Sends what a plan sends for one of its days, with one message that tells of all of it. Left out is
 * what may no longer be sent, what lies with the client already, and, unless it is meant, what would
 * ask about the same days twice. Where nothing is left no message is written, and the value is false.
 * Call while holding the client.
 */
export async function sendPlanDay(
  care: CareRepositories,
  planDay: PlanDay,
  newId: () => string,
): Promise<boolean> {
  const { plan, day, way, moment } = planDay;
  const { clientId, planId, version: planVersion } = plan;
  // Read anew for each: what another plan sent a moment ago lies with the client already.
  const measures = measuresOf(await plannedFor(care, clientId, moment.today), planDay);
  if (measures.length === 0) return false;
  const messageId = newId() as MessageId;
  const days = { sentOn: moment.today, forDay: day };
  const window = answerWindow(plan.terms, days, moment.timeZone);
  for (const [index, { measureId: instrumentId, version, formId }] of measures.entries()) {
    const administrationId = newId() as AdministrationId;
    const about = { administrationId, clientId, instrumentId };
    const form = formId === null ? {} : { formId };
    await recordSent(care, { ...about, instrumentVersion: version, ...form, ...window });
    const cause = { planId, planVersion, forDay: day };
    await care.sendings.add({ ...about, messageId, place: index + 1, way: 'message', ...cause });
  }
  await care.messages.add({ purpose: 'checkIn', messageId, clientId, way });
  return true;
}

/**
 * What is sent for a day of a plan, of what its client's plans could send; empty where all of it is left
 * out.
 */
export function measuresOf(
  planned: Awaited<ReturnType<typeof plannedFor>>,
  { plan, day, moment }: Omit<PlanDay, 'way'>,
): readonly Sendable[] {
  const { terms, oftenMeant } = plan;
  const { asOf, timeZone } = moment;
  const about = { day, hour: terms.hour, timeZone, asOf, oftenMeant };
  return planned(terms).filter((measure) => whyLeftOut(measure, about) === null);
}
