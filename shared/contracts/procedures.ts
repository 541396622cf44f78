import * as z from 'zod/mini';
import { ActionId } from './alert.ts';
import { BriefFacts, ClientIdentity } from './brief.ts';
import { CalendarDate, Instant, TimeZone } from './calendar.ts';
import { EhrId } from './ehr.ts';
import { AlertId, ClientId, EhrLinkId, InsertionId, StaffId } from './ids.ts';
import { InsertOutcome, MAX_INSERT_LENGTH, UndoOutcome } from './insertion.ts';
import { NoteSection, Subject } from './reading.ts';
import { LineResponse } from './response.ts';
import { ClinicalUpdate, UpdateRequest } from './update.ts';

/** What the backend offers the extension: input and output of every procedure, by name. */

/** `session.whoAmI`: the signed-in person and the practice. No input. */
export const WhoAmI = z.object({
  staffId: StaffId,
  displayName: z.string(),
  role: z.enum(['clinician', 'admin']),
  practiceName: z.string(),
  timeZone: TimeZone,
});
export type WhoAmI = z.infer<typeof WhoAmI>;

/** `brief.ofRecord` input: one subject of a settled reading, exactly as the page shows it. */
export const BriefQuery = z.object({ ehr: EhrId, subject: Subject });
export type BriefQuery = z.infer<typeof BriefQuery>;

/**
 * `brief.ofRecord` output. Clinical data leaves the server only with `certain`.
 * `mismatch`: the record is linked, but what the page shows differs. `ambiguous`: more than one
 * client fits and none is linked by record id. `insufficient`: fewer than two identifiers.
 */
export const BriefReply = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('certain'), brief: BriefFacts }),
  z.object({ verdict: z.literal('unlinked'), asOf: Instant }),
  z.object({
    verdict: z.literal('mismatch'),
    asOf: Instant,
    differs: z.array(z.enum(['name', 'birthDate'])).check(z.minLength(1)),
    linkId: EhrLinkId,
  }),
  z.object({ verdict: z.literal('ambiguous'), asOf: Instant }),
  z.object({ verdict: z.literal('insufficient'), asOf: Instant }),
]);
export type BriefReply = z.infer<typeof BriefReply>;

/** `brief.earlierScores` input: the client of a brief that is certain. */
export const EarlierScoresQuery = z.object({ clientId: ClientId });
export type EarlierScoresQuery = z.infer<typeof EarlierScoresQuery>;

/**
 * `brief.earlierScores` output: what a long course is judged by besides the brief. Responses are only
 * added, a correction too, so equal counts mean the same responses: those of a brief with the same
 * counts, whenever it was read.
 */
export const EarlierScores = z.object({
  clientId: ClientId,
  asOf: Instant,
  /** Responses there are in all, of every instrument that was answered; no own forms. */
  responseCounts: z.record(z.string(), z.int()),
  /** As in `BriefFacts.earlier`. */
  earlier: z.array(LineResponse),
});
export type EarlierScores = z.infer<typeof EarlierScores>;

/** `links.candidates` input: name and birth date as the page shows them. */
export const CandidatesQuery = z.object({ subject: Subject });
export type CandidatesQuery = z.infer<typeof CandidatesQuery>;
/** `links.candidates` output: clients of the own caseload whose name or birth date fits. */
export const Candidate = z.object({
  client: ClientIdentity,
  nameAgrees: z.boolean(),
  birthDateAgrees: z.boolean(),
});
export type Candidate = z.infer<typeof Candidate>;

/**
 * `links.link` input. The person saw both sets of identifiers side by side. Refused
 * (`identityDisagrees`) unless the page shows record id, name and birth date and the birth date
 * agrees; a differing name needs `nameConfirmed` and counts for this record while it is linked.
 */
export const LinkInput = z.object({
  ehr: EhrId,
  subject: Subject,
  clientId: ClientId,
  nameConfirmed: z.boolean(),
});
export type LinkInput = z.infer<typeof LinkInput>;
export const LinkReply = z.object({ linkId: EhrLinkId });
export type LinkReply = z.infer<typeof LinkReply>;

/** `links.unlink` input. Idempotent. */
export const UnlinkInput = z.object({ linkId: EhrLinkId });
export type UnlinkInput = z.infer<typeof UnlinkInput>;

/** `look.mark` input: the brief that was on screen. Idempotent; never moves backwards. */
export const LookInput = z.object({
  clientId: ClientId,
  asOf: Instant,
  /**
   * `BriefFacts.responseCounts`: a response beyond these was not on screen, whatever its time says.
   */
  responseCounts: z.record(z.string(), z.int()),
});
export type LookInput = z.infer<typeof LookInput>;

/**
 * `look.print` input: a chart is about to be put on paper. Asked before the dialog opens, so that
 * nothing leaves on paper that is not on record.
 */
export const PrintInput = z.object({
  clientId: ClientId,
  /** With name and birth date, or with initials only. */
  named: z.boolean(),
});
export type PrintInput = z.infer<typeof PrintInput>;

/** `alerts.acknowledge` input. Idempotent for the same person and action. */
export const AcknowledgeInput = z.object({
  alertId: AlertId,
  /** `ProtocolAction.id`. */
  action: ActionId,
  /**
   * `Protocol.version` of the list that the action was read on. Absent from browsers of before, which
   * know the list of version 0.
   */
  protocolVersion: z.optional(z.int().check(z.nonnegative())),
  /** Whether the action's sentence goes into the note. Not where absent. */
  withSentence: z.optional(z.boolean()),
  /**
   * `Alert.latestAt` as it was on screen. Refused (`newerEvidence`) when an answer has joined
   * since: nobody acknowledges what nobody has seen.
   */
  seenLatestAt: Instant,
});
export type AcknowledgeInput = z.infer<typeof AcknowledgeInput>;

/** `alerts.snooze` input. Idempotent: who puts an alert aside twice is told the first time. */
export const SnoozeInput = z.object({
  alertId: AlertId,
  /** As in {@link AcknowledgeInput}: nobody puts aside what nobody has seen. */
  seenLatestAt: Instant,
});
export type SnoozeInput = z.infer<typeof SnoozeInput>;

/** `update.compose` input and output: the same text that the panel composes from the brief. */
export const ComposeInput = z.object({ clientId: ClientId, request: UpdateRequest });
export type ComposeInput = z.infer<typeof ComposeInput>;
export const ComposeReply = ClinicalUpdate;

/** `insertions.record` input. Idempotent by `insertionId`; a changed body is refused. */
export const RecordInsertionInput = z.object({
  insertionId: InsertionId,
  clientId: ClientId,
  ehr: EhrId,
  recordId: z.nullable(z.string().check(z.maxLength(64))),
  appointmentId: z.nullable(z.string().check(z.maxLength(64))),
  /** Day of the note's appointment, where the page names it. Absent from browsers of before. */
  appointmentOn: z.optional(z.nullable(CalendarDate)),
  /**
   * The insertion into the same note whose text this one was to take the place of. Absent from
   * browsers of before; null where this one was appended.
   */
  replaces: z.optional(z.nullable(InsertionId)),
  /** What was asked for; with the brief of that moment it gives the same text again. */
  request: UpdateRequest,
  /** When the brief behind the text was read. */
  briefAsOf: Instant,
  /**
   * `BriefFacts.lastLookedAt` that the text was composed with: what counted as new in it. Absent from
   * browsers of before.
   */
  lastLookedAt: z.optional(z.nullable(Instant)),
  parts: z
    .array(
      z.object({
        label: z.string().check(z.maxLength(200)),
        section: z.nullable(NoteSection),
        text: z.string().check(z.maxLength(MAX_INSERT_LENGTH)),
      }),
    )
    .check(z.minLength(1), z.maxLength(8)),
  outcome: InsertOutcome,
});
export type RecordInsertionInput = z.infer<typeof RecordInsertionInput>;

/** `insertions.recordUndo` input. Idempotent. */
export const RecordUndoInput = z.object({ insertionId: InsertionId, outcome: UndoOutcome });
export type RecordUndoInput = z.infer<typeof RecordUndoInput>;

/** Reply of procedures that only acknowledge: sent after the COMMIT returned. */
export const Done = z.object({ at: Instant });
export type Done = z.infer<typeof Done>;
