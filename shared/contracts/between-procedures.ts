import * as z from 'zod/mini';
import { Alert, AlertSeen } from './alert.ts';
import { ClientIdentity } from './brief.ts';
import { CalendarDate, Instant } from './calendar.ts';
import { Channel, ClientContact } from './contact.ts';
import { Goal, GoalScale } from './goal.ts';
import { AdministrationId, AlertId, ClientId, GoalId, PauseId, PlanId, TopicId } from './ids.ts';
import { Pause, PauseReason, Plan, PlanFault, PlanTemplate, PlanTerms } from './plan.ts';

/** Procedures about what happens between sessions, beside those of `procedures.ts`. */

/** What is stated of a client's contact; when it was agreed to, the server says. */
const { agreedAt: _stated, ...contactParts } = ClientContact.shape;

/** `plans.of` input, and that of everything that is about one client. */
export const OfClient = z.object({ clientId: ClientId });
export type OfClient = z.infer<typeof OfClient>;

/** Something that was sent and can still be answered. */
export const Outstanding = z.object({
  administrationId: AdministrationId,
  instrumentId: z.string(),
  sentAt: Instant,
  dueOn: CalendarDate,
  expiresAt: Instant,
  openedAt: z.nullable(Instant),
  answeredItems: z.int(),
  /**
   * What became of the message with its link. `byHand`: the clinician handed it over. `closed`: it went to
   * an address, or by an agreement, that the client gave up since; its link leads nowhere.
   */
  message: z.enum(['byHand', 'waiting', 'sent', 'closed', 'failed']),
});
export type Outstanding = z.infer<typeof Outstanding>;

/** `plans.of` output: all that the panel shows about sending. */
export const Sendings = z.object({
  asOf: Instant,
  plans: z.array(Plan),
  pause: z.nullable(Pause),
  outstanding: z.array(Outstanding),
  /** Days of appointments from today on that are known, ascending. */
  appointments: z.array(CalendarDate),
  contact: ClientContact,
  /** By which ways this server can send: nothing is written by another, whatever was agreed to. */
  channels: z.array(Channel),
  templates: z.array(PlanTemplate),
  /** Of the templates; 0 where the practice never kept one. */
  templatesVersion: z.int(),
  /** What may be sent at all, with the least days between two times that its recall period allows. */
  sendable: z.array(
    z.object({ measureId: z.string(), name: z.string(), recallDays: z.nullable(z.int()) }),
  ),
});
export type Sendings = z.infer<typeof Sendings>;

/** `plans.put` input: a new plan, or a new version of one. Idempotent by `planId` and `version`. */
export const PutPlan = z.object({
  clientId: ClientId,
  planId: PlanId,
  /** 1 for a new one; else the version on screen, plus 1. Refused (`outdated`) when another came first. */
  version: z.int().check(z.minimum(1)),
  terms: PlanTerms,
  oftenMeant: z.boolean(),
});
export type PutPlan = z.infer<typeof PutPlan>;

/**
 * `plans.put` output: when this version was kept, or why it was not. `moreOftenThanRecall` goes away
 * when the same is put again as `oftenMeant`.
 */
export const PlanReply = z.discriminatedUnion('is', [
  z.object({ is: z.literal('kept'), at: Instant }),
  z.object({ is: z.literal('refused'), faults: z.array(PlanFault).check(z.minLength(1)) }),
]);
export type PlanReply = z.infer<typeof PlanReply>;

/** `plans.end` input. Idempotent. What was sent stays answerable. */
export const EndPlan = z.object({ clientId: ClientId, planId: PlanId });
export type EndPlan = z.infer<typeof EndPlan>;

/**
 * `plans.pause` input: from now on. Idempotent by `pauseId`; one pause at a time, but a crisis takes
 * the place of any other.
 */
export const PutPause = z
  .object({
    clientId: ClientId,
    pauseId: PauseId,
    reason: PauseReason,
    /** The last day of it. A crisis ends when a person says so, and not by a date that was guessed. */
    until: z.nullable(CalendarDate),
  })
  .check(z.refine(({ reason, until }) => reason !== 'crisis' || until === null));
export type PutPause = z.infer<typeof PutPause>;

/** `plans.resume` input. Idempotent. */
export const EndPause = z.object({ clientId: ClientId, pauseId: PauseId });
export type EndPause = z.infer<typeof EndPause>;

/**
 * `plans.sendNow` input. Idempotent by `administrationId`. Refused in a crisis pause. What was sent
 * before and can still be answered is handed out again, and no second one is made.
 */
export const SendNow = z.object({
  clientId: ClientId,
  administrationId: AdministrationId,
  measureId: z.string().check(z.maxLength(80)),
  /** `link`: shown once, to be handed over; `kiosk`: opened on this device, which locks back. */
  by: z.enum(['message', 'link', 'kiosk']),
  oftenMeant: z.boolean(),
});
export type SendNow = z.infer<typeof SendNow>;

/** `plans.sendNow` output: the address, where it is not sent by message. It stands here once. */
export const SentNow = z.object({
  /** The one that is answered: of the input, or the one that was still open. */
  administrationId: AdministrationId,
  sentAt: Instant,
  address: z.nullable(z.string()),
});
export type SentNow = z.infer<typeof SentNow>;

/**
 * `appointments.tell` input: days on which the client has an appointment. `page`: the panel has read them
 * of a note; one that a person took back stays so. `person`: the clinician says so, and is believed over
 * that too.
 */
export const TellAppointments = z.object({
  clientId: ClientId,
  by: z.enum(['page', 'person']),
  days: z.array(CalendarDate).check(z.maxLength(20)),
});
export type TellAppointments = z.infer<typeof TellAppointments>;

/**
 * `appointments.takeBack` input: a day on which there is no appointment after all, whatever pages show,
 * until a person says otherwise. Idempotent.
 */
export const TakeBackAppointment = z.object({ clientId: ClientId, day: CalendarDate });
export type TakeBackAppointment = z.infer<typeof TakeBackAppointment>;

/** Where a client wants to be written to, as the client said it. */
export const StatedContact = z
  .object({
    clientId: ClientId,
    ...contactParts,
    /** Whether the client agreed to be written to there; an address that changes is agreed to anew. */
    agreed: z.boolean(),
  })
  .check(
    z.refine(({ channel, email }) => channel !== 'email' || email !== null, 'no mail address'),
    z.refine(({ channel, phone }) => channel !== 'text' || phone !== null, 'no phone number'),
    z.refine(({ channel, agreed }) => channel !== null || !agreed, 'agreed to no channel'),
  );
export type StatedContact = z.infer<typeof StatedContact>;

/** `contacts.put` input. Idempotent. */
export const PutContact = z.safeExtend(StatedContact, {
  /**
   * What was on record when this was begun. Refused (`outdated`) when it has become something else:
   * an agreement that was taken back would otherwise come back with an old form.
   */
  seen: ClientContact,
});
export type PutContact = z.infer<typeof PutContact>;

/** `goals.put` input: a goal as agreed with the client. Its words and scale are never changed later. */
export const PutGoal = z.object({
  clientId: ClientId,
  goalId: GoalId,
  words: Goal.shape.words,
  scale: GoalScale,
  agreedOn: CalendarDate,
  targetOn: z.nullable(CalendarDate),
});
export type PutGoal = z.infer<typeof PutGoal>;

/** `goals.rate` input: the clinician's rating. One for each day; a later one of that day replaces it. */
export const RateGoal = z.object({
  clientId: ClientId,
  goalId: GoalId,
  on: CalendarDate,
  value: z.int().check(z.minimum(-2), z.maximum(10)),
});
export type RateGoal = z.infer<typeof RateGoal>;

/** `goals.close` input. Idempotent. */
export const CloseGoal = z.object({
  clientId: ClientId,
  goalId: GoalId,
  as: z.enum(['reached', 'setAside']),
});
export type CloseGoal = z.infer<typeof CloseGoal>;

/** `topics.close` input: it was talked about. Idempotent. */
export const CloseTopic = z.object({ clientId: ClientId, topicId: TopicId });
export type CloseTopic = z.infer<typeof CloseTopic>;

/** `clientPage.withhold` input: whether the client's own page shows how a measure goes. Idempotent. */
export const WithholdMeasure = z.object({
  clientId: ClientId,
  /** `Measure.id` of a total. */
  measureId: z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(80)),
  withheld: z.boolean(),
});
export type WithholdMeasure = z.infer<typeof WithholdMeasure>;

/** `clientPage.withheld` output: ids of the measures that the client's own page says nothing of. */
export const WithheldMeasures = z.array(z.string());
export type WithheldMeasures = z.infer<typeof WithheldMeasures>;

/** `alerts.seen` input: alerts that stood on the screen long enough to be read. Idempotent. */
export const SeenAlerts = z.object({
  alerts: z
    .array(z.object({ alertId: AlertId, latestAt: Instant }))
    .check(z.minLength(1), z.maxLength(50)),
});
export type SeenAlerts = z.infer<typeof SeenAlerts>;

/**
 * `alerts.unacknowledged` output row: an open alert of the own caseload that is about danger or urgent.
 * No input. The most urgent first, then the longest waiting; no time takes one off.
 */
export const UnacknowledgedAlert = z.object({
  client: z.pick(ClientIdentity, { clientId: true, displayName: true, birthDate: true }),
  ...z.pick(Alert, {
    alertId: true,
    rule: true,
    instrumentId: true,
    tier: true,
    openedAt: true,
    latestAt: true,
  }).shape,
  /** When a mail or text about it last left; null while none has. */
  toldAt: z.nullable(Instant),
  /** Who had it on the screen, the earliest first. */
  seen: z.array(AlertSeen),
});
export type UnacknowledgedAlert = z.infer<typeof UnacknowledgedAlert>;
