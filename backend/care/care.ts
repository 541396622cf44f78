import type { Caller } from '#backend/access/caller.ts';
import type { AskedAbout } from '#backend/audit/events.ts';
import type { ActionRefusal } from '#shared/alerts/protocol.ts';
import type { CaseloadRow } from '#shared/contracts/caseload.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type {
  EarlierInsertion,
  EarlierInsertionsQuery,
  ScheduleQuery,
  ScheduleReply,
} from '#shared/contracts/overlay-procedures.ts';
import type {
  AcknowledgeInput,
  BriefQuery,
  BriefReply,
  Candidate,
  CandidatesQuery,
  ComposeInput,
  Done,
  EarlierScores,
  EarlierScoresQuery,
  LinkInput,
  LinkReply,
  LookInput,
  PrintInput,
  RecordInsertionInput,
  RecordUndoInput,
  SnoozeInput,
  UnlinkInput,
  WhoAmI,
} from '#shared/contracts/procedures.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { ClinicalUpdate } from '#shared/contracts/update.ts';
import type { AlertCare } from './alerts/alert-care.ts';
import type { WithholdingCare } from './client-page/withhold.ts';
import type { CoupleCare } from './couples/couple-care.ts';
import type { GoalCare } from './goals/goal-care.ts';
import type { RecordCare } from './record-care.ts';

/** A call that was refused. */
export interface Denial {
  /** The permission that it asked for. */
  readonly permission: string;
  /** What its input names; nothing where the input was not looked at. */
  readonly about: AskedAbout & { readonly clientId?: ClientId };
}

/**
 * What the practice's staff can do, one function per use case. Knows nothing of HTTP, tRPC or SQL.
 * Clients outside the caller's caseload are answered with `notFound`, as if they did not exist.
 */
export interface StaffCare extends AlertCare, RecordCare, GoalCare, CoupleCare, WithholdingCare {
  /** Writes down that a call was refused: by role, or because of whom it asks about. */
  readonly recordDenial: (caller: Caller, denial: Denial) => Promise<void>;
  /** The signed-in person and the practice. */
  readonly whoAmI: (caller: Caller) => Promise<Result<WhoAmI, 'notFound'>>;
  /** The brief of the client behind a page's record, if the page and the record surely agree. */
  readonly briefOfRecord: (caller: Caller, query: BriefQuery) => Promise<BriefReply>;
  /** The scores behind the brief of a client with a long course. */
  readonly earlierScores: (
    caller: Caller,
    query: EarlierScoresQuery,
  ) => Promise<Result<EarlierScores, 'notFound'>>;
  /** The caller's clients, most urgent first. */
  readonly caseload: (caller: Caller) => Promise<CaseloadRow[]>;
  /** What is known of those on a calendar's day, where it is certain who they are. */
  readonly lookAtSchedule: (caller: Caller, query: ScheduleQuery) => Promise<ScheduleReply>;
  /** Clients of the caseload that fit what a page shows. */
  readonly linkCandidates: (caller: Caller, query: CandidatesQuery) => Promise<Candidate[]>;
  /** Binds an EHR record to a client. */
  readonly linkRecord: (
    caller: Caller,
    input: LinkInput,
  ) => Promise<Result<LinkReply, 'notFound' | 'alreadyLinked' | 'identityDisagrees'>>;
  /** Takes a binding back. */
  readonly unlinkRecord: (caller: Caller, input: UnlinkInput) => Promise<Result<Done, 'notFound'>>;
  /** Remembers that the caller has seen a client's brief. */
  readonly markLook: (caller: Caller, input: LookInput) => Promise<Result<Done, 'notFound'>>;
  /** Records that a chart is about to be put on paper. */
  readonly recordPrint: (caller: Caller, input: PrintInput) => Promise<Result<Done, 'notFound'>>;
  /** Closes an alert with what was done about it. */
  readonly acknowledgeAlert: (
    caller: Caller,
    input: AcknowledgeInput,
  ) => Promise<Result<Done, 'notFound' | 'alreadyAcknowledged' | 'newerEvidence' | ActionRefusal>>;
  /** Puts an alert aside until its measure is answered again. */
  readonly snoozeAlert: (
    caller: Caller,
    input: SnoozeInput,
  ) => Promise<Result<Done, 'notFound' | 'alreadyAcknowledged' | 'newerEvidence' | 'mayNotWait'>>;
  /** The Clinical Update of a client, from a brief read now. */
  readonly composeUpdate: (
    caller: Caller,
    input: ComposeInput,
  ) => Promise<Result<ClinicalUpdate, 'notFound'>>;
  /** Writes an insertion into the register. */
  readonly recordInsertion: (
    caller: Caller,
    input: RecordInsertionInput,
  ) => Promise<Result<Done, 'notFound' | 'alreadyRecorded'>>;
  /** The client's texts that may stand in notes of one EHR, newest first. */
  readonly earlierInsertions: (
    caller: Caller,
    query: EarlierInsertionsQuery,
  ) => Promise<Result<EarlierInsertion[], 'notFound'>>;
  /** Writes what became of an undo. */
  readonly recordUndo: (
    caller: Caller,
    input: RecordUndoInput,
  ) => Promise<Result<Done, 'notFound'>>;
}
