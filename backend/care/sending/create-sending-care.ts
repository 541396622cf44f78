import { takeBackAppointment, tellAppointments } from './appointments.ts';
import { putContact } from './contact.ts';
import type { SendNowDeps } from './hand-over.ts';
import { pauseSending, resumeSending } from './pauses.ts';
import { endPlan, putPlan } from './plans.ts';
import { sendNow } from './send-now.ts';
import type { SendingCare } from './sending-care.ts';
import { sendingsOf } from './sendings-of.ts';
import { putTemplates } from './templates.ts';

/** Everything that a clinician decides about sending. */
export function createSendingCare(deps: SendNowDeps): SendingCare {
  return {
    sendingsOf: sendingsOf(deps),
    putPlan: putPlan(deps),
    endPlan: endPlan(deps),
    pauseSending: pauseSending(deps),
    resumeSending: resumeSending(deps),
    sendNow: sendNow(deps),
    putTemplates: putTemplates(deps),
    tellAppointments: tellAppointments(deps),
    takeBackAppointment: takeBackAppointment(deps),
    putContact: putContact(deps),
  };
}
