import {
  EndPause,
  EndPlan,
  OfClient,
  type PlanReply,
  PutContact,
  PutPause,
  PutPlan,
  type Sendings,
  SendNow,
  type SentNow,
  TakeBackAppointment,
  TellAppointments,
  type WithheldMeasures,
  WithholdMeasure,
} from '#shared/contracts/between-procedures.ts';
import { PlanTemplates } from '#shared/contracts/plan.ts';

/** Calls about what is sent to a client, and what the client's own page shows; joined to `WORKER_CALLS`. */
export const SENDING_CALLS = {
  'plans.of': OfClient,
  'plans.put': PutPlan,
  'plans.end': EndPlan,
  'plans.pause': PutPause,
  'plans.resume': EndPause,
  'plans.putTemplates': PlanTemplates,
  /** `kiosk` locks this browser, then opens the form in it: no page of ours learns the address. */
  'plans.sendNow': SendNow,
  'appointments.tell': TellAppointments,
  'appointments.takeBack': TakeBackAppointment,
  'contacts.put': PutContact,
  'clientPage.withheld': OfClient,
  'clientPage.withhold': WithholdMeasure,
} as const;

/** What these calls bring. */
export interface SendingResults {
  'plans.of': Sendings;
  'plans.put': PlanReply;
  'plans.end': null;
  'plans.pause': null;
  'plans.resume': null;
  'plans.putTemplates': null;
  'plans.sendNow': SentNow;
  'appointments.tell': null;
  'appointments.takeBack': null;
  'contacts.put': null;
  'clientPage.withheld': WithheldMeasures;
  'clientPage.withhold': null;
}
