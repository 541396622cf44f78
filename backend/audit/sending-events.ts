import type { TellAppointments } from '#shared/contracts/between-procedures.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { AdministrationId, MessageId, PauseId, PlanId } from '#shared/contracts/ids.ts';
import type { PauseReason } from '#shared/contracts/plan.ts';
import type { Entry } from './entry.ts';

/** What is decided about sending to a client, and what plans do by themselves. */
export type SendingEvent =
  /** Plans, pause, what is outstanding, appointments and contact of a client were read. */
  | Entry<'sendings.read', Record<string, never>>
  /** A plan was made, or a further version of it. */
  | Entry<'plan.kept', { readonly planId: PlanId; readonly version: number }>
  /** A plan was ended. */
  | Entry<'plan.ended', { readonly planId: PlanId }>
  /** From now on nothing is sent to a client. */
  | Entry<'sending.paused', { readonly pauseId: PauseId; readonly reason: PauseReason }>
  /** Somebody ended that, or a crisis took its place. */
  | Entry<'sending.resumed', { readonly pauseId: PauseId }>
  /**
   * A clinician sent something by hand: by message, as a link to hand over, or opened it on the own
   * device. Also of what was sent before and is handed out again.
   */
  | Entry<
      'administration.handedOut',
      { readonly administrationId: AdministrationId; readonly by: 'message' | 'link' | 'kiosk' }
    >
  /** A plan had the message written that reminds of what it has sent. */
  | Entry<'reminder.written', { readonly planId: PlanId; readonly aboutMessageId: MessageId }>
  /** So many days of appointments came to be known, from a page or by a person. */
  | Entry<'appointments.told', { readonly days: number; readonly by: TellAppointments['by'] }>
  /** A person said that there is no appointment on a day after all. */
  | Entry<'appointment.takenBack', Record<string, never>>
  /** It was stated where a client wants to be written to, and whether they agreed to it. */
  | Entry<'contact.stated', { readonly channel: Channel | null; readonly agreed: boolean }>
  /** The practice's templates for plans were set. */
  | Entry<'planTemplates.set', { readonly version: number }, null>;
