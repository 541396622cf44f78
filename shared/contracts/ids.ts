import * as z from 'zod/mini';

/**
 * Identifiers. All are UUID version 7 made by the application, so an index on them grows at its
 * end. A version 7 id shows when it was made: it is never used as a secret.
 */

/** A practice: the tenant. Every row of clinical data belongs to exactly one. */
export const PracticeId = z.uuid().brand<'PracticeId'>();
export type PracticeId = z.infer<typeof PracticeId>;

/** A person who works in a practice: clinician or admin. */
export const StaffId = z.uuid().brand<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;

/** A person in therapy. */
export const ClientId = z.uuid().brand<'ClientId'>();
export type ClientId = z.infer<typeof ClientId>;

/** One measure sent to one client once; becomes a response when it is submitted. */
export const AdministrationId = z.uuid().brand<'AdministrationId'>();
export type AdministrationId = z.infer<typeof AdministrationId>;

/** One submitted and scored set of answers. */
export const ResponseId = z.uuid().brand<'ResponseId'>();
export type ResponseId = z.infer<typeof ResponseId>;

/** One alert: identified by client, rule and measure while it is open. */
export const AlertId = z.uuid().brand<'AlertId'>();
export type AlertId = z.infer<typeof AlertId>;

/** The bond, made by a person, between a client and a record of an EHR. */
export const EhrLinkId = z.uuid().brand<'EhrLinkId'>();
export type EhrLinkId = z.infer<typeof EhrLinkId>;

/** One attempt to put text into a note; made by the browser, so that a repeat is recognised. */
export const InsertionId = z.uuid().brand<'InsertionId'>();
export type InsertionId = z.infer<typeof InsertionId>;

/** A plan by which measures are sent to a client. */
export const PlanId = z.uuid().brand<'PlanId'>();
export type PlanId = z.infer<typeof PlanId>;

/** A time in which nothing is sent to a client. */
export const PauseId = z.uuid().brand<'PauseId'>();
export type PauseId = z.infer<typeof PauseId>;

/** A goal of a client's treatment plan. */
export const GoalId = z.uuid().brand<'GoalId'>();
export type GoalId = z.infer<typeof GoalId>;

/** Something that a client wants to talk about. */
export const TopicId = z.uuid().brand<'TopicId'>();
export type TopicId = z.infer<typeof TopicId>;

/** Two clients who are in therapy as a couple. */
export const CoupleId = z.uuid().brand<'CoupleId'>();
export type CoupleId = z.infer<typeof CoupleId>;

/** One partner's consent to share one measure. */
export const ConsentId = z.uuid().brand<'ConsentId'>();
export type ConsentId = z.infer<typeof ConsentId>;

/** One message to a client or a member of staff. */
export const MessageId = z.uuid().brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;
