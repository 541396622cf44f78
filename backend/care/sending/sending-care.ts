import type { Caller } from '#backend/access/caller.ts';
import type {
  EndPause,
  EndPlan,
  OfClient,
  PlanReply,
  PutContact,
  PutPause,
  PutPlan,
  Sendings,
  SendNow,
  SentNow,
  TakeBackAppointment,
  TellAppointments,
} from '#shared/contracts/between-procedures.ts';
import type { PlanTemplates } from '#shared/contracts/plan.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { Recorded } from '../record-care.ts';

/** Why something is not sent by hand. */
export type SendNowRefusal =
  | 'notFound'
  | 'alreadyRecorded'
  | 'clientNotInCare'
  | 'sendingPaused'
  | 'notSendable'
  | 'notReachable'
  | 'moreOftenThanRecall';

/** What a clinician decides about sending to clients of the own caseload. Everything is idempotent. */
export interface SendingCare {
  /** All that is shown about sending to one client. The look is recorded. */
  readonly sendingsOf: (caller: Caller, query: OfClient) => Promise<Result<Sendings, 'notFound'>>;
  /** Keeps a new plan, or a new version of one. */
  readonly putPlan: (
    caller: Caller,
    input: PutPlan,
  ) => Promise<Result<PlanReply, 'notFound' | 'outdated' | 'clientNotInCare'>>;
  /** Ends a plan. What it has sent stays answerable. */
  readonly endPlan: (caller: Caller, input: EndPlan) => Recorded<never>;
  /** From now on nothing is sent. */
  readonly pauseSending: (
    caller: Caller,
    input: PutPause,
  ) => Recorded<'dayRefused' | 'alreadyPaused'>;
  /** Ends a pause. */
  readonly resumeSending: (caller: Caller, input: EndPause) => Recorded<never>;
  /** Sends one measure or form at once. */
  readonly sendNow: (caller: Caller, input: SendNow) => Promise<Result<SentNow, SendNowRefusal>>;
  /** Keeps the practice's templates for plans. */
  readonly putTemplates: (
    caller: Caller,
    input: PlanTemplates,
  ) => Promise<Result<Done, 'outdated' | 'settingsRefused'>>;
  /** Adds days of appointments. */
  readonly tellAppointments: (caller: Caller, input: TellAppointments) => Recorded<never>;
  /** There is no appointment on a day after all. */
  readonly takeBackAppointment: (caller: Caller, input: TakeBackAppointment) => Recorded<never>;
  /** Keeps where a client wants to be written to. */
  readonly putContact: (caller: Caller, input: PutContact) => Recorded<'outdated'>;
}
