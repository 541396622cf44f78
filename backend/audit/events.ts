import type { RuleCode } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { ProgressAs } from '#shared/contracts/client-page.ts';
import type { FormId } from '#shared/contracts/custom-form.ts';
import type { ErrorCode } from '#shared/contracts/errors.ts';
import type { AdapterMode } from '#shared/contracts/fleet.ts';
import type { Rater } from '#shared/contracts/goal.ts';
import type {
  AdministrationId,
  AlertId,
  ClientId,
  EhrLinkId,
  GoalId,
  InsertionId,
  MessageId,
  ResponseId,
  StaffId,
  TopicId,
} from '#shared/contracts/ids.ts';
import type { EhrId } from '#shared/contracts/reading.ts';
import type { Fact } from '#shared/contracts/sealed.ts';
import type { CoupleEvent } from './couple-events.ts';
import type { Entry } from './entry.ts';
import type { SendingEvent } from './sending-events.ts';

/** What a call was about, as far as its input names it. */
export type AskedAbout = Readonly<{
  alertId?: AlertId;
  linkId?: EhrLinkId;
  insertionId?: InsertionId;
}>;

/** What happens to clinical data on behalf of a clinician. */
type LookEvent =
  /** A client's facts were read for a clinician. Written by the reading statement itself. */
  | Entry<'brief.read', { readonly ehr?: EhrId; readonly linkId?: EhrLinkId }>
  /** The scores of a client's long course were read, for a brief. Written by the reading statement. */
  | Entry<'scores.read', Record<string, never>>
  /** Facts were read, but not handed out: the page's name or birth date differed. */
  | Entry<
      'brief.withheld',
      { readonly linkId: EhrLinkId; readonly differs: readonly ('name' | 'birthDate')[] }
    >
  /**
   * A record or client was asked for that is not linked, not there, or not in the caseload. A
   * record that is linked to somebody else's client is recorded with that client and link.
   */
  | Entry<'brief.refused', { readonly ehr?: EhrId; readonly linkId?: EhrLinkId }, ClientId | null>
  /** The list of the own clients was read. */
  | Entry<'caseload.read', { readonly clientIds: readonly ClientId[] }, null>
  /** The alerts of the own clients that can't wait were read, with whom they are about. */
  | Entry<
      'alerts.listed',
      { readonly clientIds: readonly ClientId[]; readonly alertIds: readonly AlertId[] },
      null
    >
  /**
   * Somebody was told that others' clients wait, without their names: alerts, and risk answers on forms
   * that were not sent.
   */
  | Entry<
      'standIn.listed',
      {
        readonly clientIds: readonly ClientId[];
        readonly alertIds: readonly AlertId[];
        readonly administrationIds: readonly AdministrationId[];
      },
      null
    >
  /** Whoever on a calendar is surely a client was told of. */
  | Entry<'schedule.read', { readonly ehr: EhrId; readonly clientIds: readonly ClientId[] }, null>
  /** Clients that might be the one on the page were listed before linking. */
  | Entry<'candidates.read', { readonly clientIds: readonly ClientId[] }, null>
  /** The texts that may stand in a client's notes were read, to recognise one that does. */
  | Entry<'insertions.read', { readonly ehr: EhrId; readonly insertionIds: readonly InsertionId[] }>
  /** The text of an Update was composed on the server. */
  | Entry<'update.composed', { readonly shape: string; readonly audience: string }>
  /** A clinician had the client's brief on screen. */
  | Entry<'look.marked', Record<string, never>>
  /** A clinician was about to put a chart on paper, with the client's name or with initials. */
  | Entry<'chart.printed', { readonly named: boolean }>;

/** What a clinician decides. */
type DecisionEvent =
  /** A person bound a record of an EHR to a client. */
  | Entry<'link.made', { readonly linkId: EhrLinkId; readonly ehr: EhrId }>
  /**
   * With the bond, a person confirmed a name that the client was not known by: it counts for this
   * record until the bond ends (`link.ended`).
   */
  | Entry<'link.nameConfirmed', { readonly linkId: EhrLinkId; readonly ehr: EhrId }>
  /** That bond was ended. */
  | Entry<'link.ended', { readonly linkId: EhrLinkId; readonly ehr: EhrId }>
  /** Linking was refused: already linked elsewhere, or the identifiers disagree. */
  | Entry<'link.refused', { readonly ehr: EhrId; readonly reason: string }, ClientId | null>
  /** Alerts stood on a clinician's screen, long enough to be read. */
  | Entry<'alert.seen', { readonly alertIds: readonly AlertId[] }>
  /**
   * A clinician said what was done about an alert, by an action of one version of the practice's list;
   * `withSentence`: the action's sentence goes into the note.
   */
  | Entry<
      'alert.acknowledged',
      {
        readonly alertId: AlertId;
        readonly action: string;
        readonly protocolVersion: number;
        readonly withSentence: boolean;
      }
    >
  /** A clinician put an alert aside until its measure is answered again. */
  | Entry<'alert.snoozed', { readonly alertId: AlertId; readonly rule: RuleCode }>
  /** Text was put, or could not be put, into a note. */
  | Entry<
      'insertion.recorded',
      { readonly insertionId: InsertionId; readonly ehr: EhrId; readonly status: string }
    >
  /** An insertion was undone, or could not be. */
  | Entry<'insertion.undone', { readonly insertionId: InsertionId; readonly status: string }>;

/** What a browser could not tell at once. */
type LateEvent =
  /**
   * Something that had waited on a browser's disk arrived: by whom, through whose session, when it
   * happened and, as the row's own time, when it arrived. What it led to is recorded beside it, in
   * the same request; `because` says why it led to nothing. `clockOff`: how many seconds the
   * browser's clock was ahead, where that was more than two minutes.
   */
  | Entry<
      'entry.deliveredLate',
      {
        readonly entryId: string;
        readonly what: Fact['what'];
        readonly happenedAt: Instant;
        readonly carriedBy: StaffId;
        readonly clockOff: number | null;
        readonly because: ErrorCode | null;
      } & AskedAbout,
      null
    >
  /** Something arrived of which the server could not tell what it is, or that its author did it. */
  | Entry<
      'entry.refused',
      { readonly entryId: string; readonly because: 'unreadable' | 'notProven' },
      null
    >;

/** What a clinician adds to a client's record, and takes back. */
type RecordEvent =
  /** Something was marked for the charts, or taken away from them. */
  | Entry<'event.added' | 'event.removed', { readonly eventId: string }>
  /** A day was marked on which care began or ended, or such a mark taken back. */
  | Entry<
      'episode.marked' | 'episode.unmarked',
      { readonly markId: string; readonly kind: 'began' | 'ended' }
    >
  /** A score was chosen as a baseline, or no longer is one. */
  | Entry<'baseline.chosen' | 'baseline.cleared', { readonly responseId: ResponseId }>
  /** A total was entered by hand; `supersedes` names the entry that it corrects. */
  | Entry<
      'handTotal.entered',
      {
        readonly responseId: ResponseId;
        readonly handMeasureId: string;
        readonly supersedes: ResponseId | null;
      }
    >
  /** A response was put right by another one, to a measure or to an own form. */
  | Entry<
      'response.corrected',
      { readonly responseId: ResponseId; readonly supersedes: ResponseId }
    >;

/** What client and clinician agreed on, and what the client wants to talk about. */
type GoalEvent =
  /** A goal was put as it was agreed. Its words are in no event. */
  | Entry<'goal.put', { readonly goalId: GoalId }>
  /** A goal was rated, by the client or the clinician; `revision` counts the ratings of one day. */
  | Entry<'goal.rated', { readonly goalId: GoalId; readonly by: Rater; readonly revision: number }>
  /** A goal was closed. */
  | Entry<'goal.closed', { readonly goalId: GoalId; readonly as: 'reached' | 'setAside' }>
  /** A clinician kept a measure from the client's own page, or shows it there again. */
  | Entry<'measure.withheld' | 'measure.shownAgain', { readonly measureId: string }>
  /** Which measures are kept from the client's own page was read for a clinician. */
  | Entry<'withheld.read', Record<string, never>>
  /** What a client wanted to talk about was marked as talked about. */
  | Entry<'topic.closed', { readonly topicId: TopicId }>;

/** What a client does, and what follows from it. */
type ClientEvent =
  /** A measure was sent to a client. */
  | Entry<
      'administration.sent',
      { readonly administrationId: AdministrationId; readonly instrumentId: string }
    >
  /** The link to a measure was replaced by a new one; the ones before lead nowhere now. */
  | Entry<'administration.linkRenewed', { readonly administrationId: AdministrationId }>
  /** The client gave up the address that links to a measure were sent to: they lead nowhere now. */
  | Entry<'administration.linksClosed', { readonly administrationId: AdministrationId }>
  /** A link was made for a message that is about to be sent; the ones before stay good. */
  | Entry<'administration.linkSent', { readonly administrationId: AdministrationId }>
  /** A client opened the link for the first time. */
  | Entry<'administration.opened', { readonly administrationId: AdministrationId }>
  /** A link was followed and what is behind it shown: the measure and the answers saved so far. */
  | Entry<'checkIn.read', { readonly administrationId: AdministrationId }>
  /**
   * A birth date given for a link was not the client's, or came after too many that were not:
   * `closed` links lead nowhere from then on.
   */
  | Entry<
      'checkIn.birthDateRefused',
      { readonly administrationId: AdministrationId; readonly closed: boolean }
    >
  /** A birth date given for a link was the client's: what is behind it may be shown. */
  | Entry<'checkIn.entered', { readonly administrationId: AdministrationId }>
  /** What a client may see of the own record was shown to whoever holds link and birth date. */
  | Entry<'ownPage.read', { readonly administrationId: AdministrationId }>
  /** A client said what to talk about, or took it back. The words are in no event. */
  | Entry<'topic.said' | 'topic.takenBack', { readonly topicId: TopicId }>
  /** A client chose to read the own progress as words or as a chart. */
  | Entry<'ownProgress.chosen', { readonly as: ProgressAs }>
  /** One answer was saved. Says which item, never what was answered. */
  | Entry<'answer.saved', { readonly administrationId: AdministrationId; readonly item: number }>
  /** The message that an answer on an unsent form waits was written: the form was read for it. */
  | Entry<'unsentAnswer.told', { readonly administrationId: AdministrationId }>
  /** Such an answer waits, and nobody of the practice has an address: only open browsers were called. */
  | Entry<'unsentAnswer.nobodyToTell', { readonly administrationId: AdministrationId }>
  /** A measure was submitted and scored. */
  | Entry<
      'response.submitted',
      { readonly administrationId: AdministrationId; readonly responseId: ResponseId }
    >
  /** A rule opened an alert. */
  | Entry<'alert.opened', { readonly alertId: AlertId; readonly rule: RuleCode }>
  /** New evidence joined an open alert. */
  | Entry<'alert.joined', { readonly alertId: AlertId; readonly rule: RuleCode }>
  /** The steps about an alert were written, and nobody of the practice has an address to send them to. */
  | Entry<'alert.nobodyToTell', { readonly alertId: AlertId }>
  /** An alert that was put aside came back: its measure was answered again. */
  | Entry<'alert.woken', { readonly alertId: AlertId; readonly rule: RuleCode }>
  /** The condition of an open alert ended. */
  | Entry<'alert.resolved', { readonly alertId: AlertId; readonly rule: RuleCode }>;

/** What concerns the practice and its people. */
type PracticeEvent =
  /** A practice was set up. */
  | Entry<'practice.created', Record<string, never>, null>
  /** A staff member was added. */
  | Entry<'staff.added', { readonly staffId: StaffId }, null>
  /** A staff member was switched off: every session of theirs ended. */
  | Entry<'staff.switchedOff', { readonly staffId: StaffId }, null>
  /** Somebody read a measure's licence and confirmed the practice's right; which terms, by hash. */
  | Entry<'licence.confirmed', { readonly instrumentId: string; readonly termsHash: string }, null>
  /** That was withdrawn: the measure is sent no more. */
  | Entry<'licence.withdrawn', { readonly instrumentId: string }, null>
  /** A rule was set otherwise: a further version of the settings is in force. */
  | Entry<'rules.set', { readonly rule: RuleCode; readonly version: number }, null>
  /** The list of what is done about alerts was set otherwise. */
  | Entry<'protocol.set', { readonly version: number }, null>
  /** Who is told of alerts, when and how, was set otherwise. */
  | Entry<'ladder.set', { readonly version: number }, null>
  /** Somebody set where they are told of alerts themselves; which addresses they have now. */
  | Entry<
      'staffContact.set',
      { readonly staffId: StaffId; readonly email: boolean; readonly phone: boolean },
      null
    >
  /** What an adapter may do in the practice's browsers was decided otherwise; why, the decision says. */
  | Entry<
      'adapter.switched',
      { readonly ehr: EhrId; readonly mode: AdapterMode; readonly version: number },
      null
    >
  /** A file of the managed policy was made for a platform; what it sets is in the file alone. */
  | Entry<'policy.made', { readonly platform: string; readonly file: string }, null>
  /** A measure for totals entered by hand was stated, at first or otherwise. */
  | Entry<'handMeasure.stated', { readonly handMeasureId: string; readonly edition: number }, null>
  /** Such a measure was taken out of use (no new totals), or back into use. */
  | Entry<
      'handMeasure.retired' | 'handMeasure.restored',
      { readonly handMeasureId: string; readonly edition: number },
      null
    >
  /** A sentence of the practice's own was saved for Updates, or taken away. */
  | Entry<'phrase.saved' | 'phrase.removed', { readonly phraseId: string }, null>
  /** A form of the practice's own was made, or a further version of it. */
  | Entry<'form.composed', { readonly formId: FormId; readonly version: number }, null>
  /** A form was taken out of use: it is sent no more. */
  | Entry<'form.retired' | 'form.restored', { readonly formId: FormId }, null>
  /** A client was added. */
  | Entry<'client.added', Record<string, never>>
  /** Care ended, or goes on after it had. */
  | Entry<'client.careEnded' | 'client.careResumed', Record<string, never>>
  /** Care goes on, and a form that was out when it ended is due, and open, so many days longer. */
  | Entry<
      'administration.postponed',
      { readonly administrationId: AdministrationId; readonly days: number }
    >
  /**
   * Names that links had confirmed were taken from the client; each link keeps its own. Written by
   * migration 0004, once.
   */
  | Entry<'client.linkNamesRemoved', Record<string, never>>
  /** The operator was shown who is in care: names and birth dates, nothing clinical. */
  | Entry<'clients.listed', { readonly clientIds: readonly ClientId[] }, null>
  /** A client came into a clinician's caseload. */
  | Entry<'caseload.assigned', { readonly staffId: StaffId }>
  /** A client left a clinician's caseload. */
  | Entry<'caseload.ended', { readonly staffId: StaffId }>
  /** Somebody signed in. */
  | Entry<'session.started', Record<string, never>, null>
  /** Somebody, who need not be that member of staff, tried to sign in as them and could not. */
  | Entry<
      'session.refused',
      { readonly staffId: StaffId; readonly because: SignInRefusedBecause },
      null
    >
  /** Somebody signed out, or was signed out. */
  | Entry<'session.ended', Record<string, never>, null>
  /** A browser began to be told, as it happens, which of its person's clients to ask about anew. */
  | Entry<'live.opened', Record<string, never>, null>
  /** A member of staff approved a pairing's code; the extension has yet to collect its token. */
  | Entry<'extension.approved', Record<string, never>, null>
  /** A member of staff denied a pairing's code. */
  | Entry<'extension.denied', Record<string, never>, null>
  /** A pairing could not be decided on, or its token not be handed out. */
  | Entry<'extension.refused', { readonly because: PairingRefusedBecause }, null>
  /** A browser extension was paired with an account: it has its token. */
  | Entry<'extension.paired', Record<string, never>, null>
  /**
   * Something was asked for that the role does not include, or about a client who is not there or
   * not in the caseload. The ids are as asked for: they may be nobody's. `clientIds` also names
   * whose alert, link or insertion it was.
   */
  | Entry<
      'access.denied',
      { readonly permission: string; readonly clientIds: readonly ClientId[] } & AskedAbout,
      null
    >
  /**
   * A message was taken by a relay, a text service or a browser; was no longer needed; or was given up
   * and is listed until somebody deals with it. The client is named where it was to one.
   */
  | Entry<
      'message.sent' | 'message.cancelled' | 'message.gaveUp',
      { readonly messageId: MessageId; readonly purpose: string; readonly way: string },
      ClientId | null
    >
  /** Somebody read which messages were given up; `clientIds` are the clients who were named. */
  | Entry<
      'deadMessages.read',
      { readonly messageIds: readonly MessageId[]; readonly clientIds: readonly ClientId[] },
      null
    >
  /** Somebody had a message that was given up tried again, or said that it is dealt with. */
  | Entry<
      'message.triedAgain' | 'message.settled',
      { readonly messageId: MessageId },
      ClientId | null
    >
  /** How messages to clients read was set otherwise. */
  | Entry<'wording.set', { readonly version: number }, null>
  /** The outbox delivered, or gave up on, an entry. */
  | Entry<
      'outbox.delivered' | 'outbox.failed',
      { readonly entryId: string; readonly kind: string },
      null
    >;

/**
 * Why a sign-in was refused. `tooManyTries` is written once for each pause that tries run into;
 * `notActive`: the password was right, but the person was switched off.
 */
export type SignInRefusedBecause = 'wrongPassword' | 'tooManyTries' | 'notActive';

/** Why a pairing was refused. `notOpen`: no such code, run out, or decided before. */
export type PairingRefusedBecause = 'notOpen' | 'tooManyTries' | 'notActive';

/** Everything that is written to the audit log, and when. */
export type AuditEvent =
  | LookEvent
  | DecisionEvent
  | LateEvent
  | RecordEvent
  | GoalEvent
  | SendingEvent
  | ClientEvent
  | CoupleEvent
  | PracticeEvent;
