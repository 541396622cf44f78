import type { KeptPause } from '#backend/store/pauses.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { type CalendarDate, dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { PlanMoment } from '#shared/plans/due.ts';
import { timeZoneOf } from '../signed.ts';

/** What plans of one client are judged by, at one moment. */
export interface ClientMoment extends PlanMoment {
  readonly today: CalendarDate;
  /** From today on, ascending. */
  readonly appointments: CalendarDate[];
  readonly pauses: readonly KeptPause[];
}

/** Reads what decides when something is sent to a client. */
export async function clientMoment(
  care: CareRepositories,
  clientId: ClientId,
  asOf: Instant,
): Promise<ClientMoment> {
  const timeZone = await timeZoneOf(care);
  const today = dateInZone(asOf, timeZone);
  const appointments = await care.appointmentDays.of(clientId, today);
  return { asOf, timeZone, today, appointments, pauses: await care.pauses.of(clientId) };
}
