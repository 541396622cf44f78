import { dateInZone } from '#shared/contracts/calendar.ts';
import { ok } from '#shared/contracts/result.ts';
import type { CareDeps } from '../deps.ts';
import { timeZoneOf } from '../signed.ts';
import { inHeldClient } from './held-client.ts';
import type { SendingCare } from './sending-care.ts';

/** Keeps the days from today on: nothing is sent before an appointment that is over. */
export function tellAppointments(deps: CareDeps): SendingCare['tellAppointments'] {
  return (caller, { clientId, days, by }) =>
    inHeldClient(deps, { caller, clientId }, async ({ care, now }) => {
      const today = dateInZone(now, await timeZoneOf(care));
      const ahead = [...new Set(days)].filter((day) => day >= today);
      const told = { clientId, days: ahead, by };
      const added = await care.appointmentDays.tell(told, caller.staffId);
      if (added.length > 0) {
        const subject = { days: added.length, by };
        await care.audit.append({ action: 'appointments.told', clientId, subject });
        await care.live.tell(clientId, 'client');
      }
      return ok({ at: now });
    });
}

/** Takes a day back: a page that still shows it changes nothing. */
export function takeBackAppointment(deps: CareDeps): SendingCare['takeBackAppointment'] {
  return (caller, { clientId, day }) =>
    inHeldClient(deps, { caller, clientId }, async ({ care, now }) => {
      if (await care.appointmentDays.takeBack(clientId, day)) {
        await care.audit.append({ action: 'appointment.takenBack', clientId, subject: {} });
        await care.live.tell(clientId, 'client');
      }
      return ok({ at: now });
    });
}
