import { v7 } from 'uuid';
import type { PermissionName } from '#backend/access/catalogue.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import {
  type AlertId,
  type ClientId,
  type ConsentId,
  type CoupleId,
  type EhrLinkId,
  type GoalId,
  type InsertionId,
  type ResponseId,
  StaffId,
  type TopicId,
} from '#shared/contracts/ids.ts';
import type { SealedEntry } from '#shared/contracts/sealed.ts';
import { chartRequest } from '#shared/update/request.ts';
import { aReport } from './fleet.ts';
import { type SendingSubjects, sendingInputs } from './sending.ts';

/** What a procedure's input refers to. */
export interface Subjects {
  readonly clientId: ClientId;
  readonly displayName: string;
  readonly birthDate: string;
  readonly recordId: string;
  readonly linkId: EhrLinkId;
  readonly alertId: AlertId;
  /** `Alert.latestAt` of it. */
  readonly latestAt: Instant;
  /** An open alert that may wait, as it was on screen. */
  readonly mayWait: { readonly alertId: AlertId; readonly seenLatestAt: Instant };
  readonly insertionId: InsertionId;
  /** The client's partner, the couple that they are, and the client's own consent. */
  readonly partnerId: ClientId;
  readonly coupleId: CoupleId;
  readonly consentId: ConsentId;
  readonly sending: SendingSubjects;
  /** Something that charts mark. */
  readonly eventId: string;
  /** A response to the PHQ-9. */
  readonly responseId: ResponseId;
  /** Id of its one correction: asked for again, also after a lost reply, it is the same. */
  readonly correctionId: ResponseId;
  /** A response to the diary card. */
  readonly ownResponseId: ResponseId;
  /** Id of the one correction of that. */
  readonly ownCorrectionId: ResponseId;
  /** A goal, open and rated by nobody, from 0 to 10. */
  readonly goalId: GoalId;
  /** Something that the client wants to talk about. */
  readonly topicId: TopicId;
}

/** The measure of which totals are entered by hand, 0 to 180. */
export const BY_HAND = 'oq45';

/** A day on which things have happened to the client. */
const SOME_DAY = '2025-06-02';

/** A well-formed input for every procedure, about given subjects. */
export function wellFormedInput(procedure: PermissionName, about: Subjects): unknown {
  const { clientId, recordId, displayName: name, birthDate, linkId, alertId } = about;
  const subject = { recordId, name, birthDate };
  const inputs: Record<PermissionName, unknown> = {
    'session.whoAmI': undefined,
    'brief.ofRecord': { ehr: 'simplepractice', subject },
    'brief.earlierScores': { clientId },
    'caseload.list': undefined,
    'schedule.look': aSchedule(subject),
    'links.candidates': { subject },
    'links.link': {
      ehr: 'therapynotes',
      subject: { ...subject, recordId: `${recordId}-tn` },
      clientId,
      nameConfirmed: false,
    },
    'links.unlink': { linkId },
    'look.print': { clientId, named: false },
    'look.mark': { clientId, asOf: '2026-11-20T18:58:00.000Z', responseCounts: { phq9: 1 } },
    'alerts.acknowledge': {
      alertId,
      action: 'discussedInSession',
      seenLatestAt: about.latestAt,
    },
    'alerts.path': undefined,
    'alerts.unacknowledged': undefined,
    'alerts.seen': { alerts: [{ alertId, latestAt: about.latestAt }] },
    'alerts.snooze': about.mayWait,
    'update.compose': { clientId, request: chartRequest('narrative') },
    'insertions.record': insertionInput(clientId, v7() as InsertionId),
    'insertions.earlier': { clientId, ehr: 'simplepractice' },
    'insertions.recordUndo': {
      insertionId: about.insertionId,
      outcome: { status: 'restored' },
    },
    'sealed.key': undefined,
    'sealed.deliver': { entries: [sealedToNobody()] },
    'fleet.report': aReport(),
    'fleet.switches': undefined,
    ...coupleInputs(about),
    ...sendingInputs(clientId, about.sending),
    ...recordInputs(about),
    ...goalInputs(about),
  };
  return inputs[procedure];
}

/** A calendar that names one record. */
function aSchedule(subject: Pick<Subjects, 'recordId' | 'birthDate'> & { readonly name: string }) {
  const entries = [{ key: 'appointment.1', startsAt: '10:00', subject, several: false }];
  return { ehr: 'simplepractice', on: null, entries };
}

/** Well-formed inputs of what a clinician adds to a record. */
function recordInputs(about: Subjects) {
  const { clientId, eventId, responseId, correctionId, ownResponseId, ownCorrectionId } = about;
  const mark = { clientId, kind: 'began', on: SOME_DAY };
  return {
    'events.add': {
      clientId,
      event: { eventId: v7(), on: SOME_DAY, kind: 'other', label: 'moved house' },
    },
    'events.remove': { clientId, eventId },
    'episodes.mark': mark,
    'episodes.unmark': mark,
    'baselines.choose': { clientId, responseId },
    'baselines.clear': { clientId, responseId },
    'handTotals.measures': undefined,
    'handTotals.enter': {
      clientId,
      responseId: v7(),
      handMeasureId: BY_HAND,
      on: SOME_DAY,
      total: 71,
      supersedes: null,
    },
    'responses.correct': {
      clientId,
      responseId: correctionId,
      supersedes: responseId,
      answers: [1, 1, 1, 1, 1, 1, 1, 1, 0],
      reason: 'tapped the wrong row',
    },
    'responses.correctOwn': {
      clientId,
      responseId: ownCorrectionId,
      supersedes: ownResponseId,
      answers: [3, 2, 3, 1, 'Walked home'],
      reason: 'tapped the wrong row',
    },
  };
}

/** What the client's partner is called. */
export const PARTNER = { displayName: 'Riley Averill', birthDate: '1990-08-21' };

/** The couple's own record, as its page shows it. */
export function couplePage({ recordId, displayName }: Pick<Subjects, 'recordId' | 'displayName'>) {
  const shown = { recordId: `${recordId}-couple`, birthDate: null };
  return {
    ehr: 'simplepractice',
    subjects: [
      { ...shown, name: displayName },
      { ...shown, name: PARTNER.displayName },
    ],
  };
}

/** Well-formed inputs about the client's couple. */
function coupleInputs(about: Subjects) {
  const { clientId, partnerId, coupleId, consentId } = about;
  const agreed = { secretsPolicy: 'noSecrets', policyAgreedOn: SOME_DAY };
  const page = couplePage(about);
  return {
    'couples.of': { clientId },
    'couples.ofPage': page,
    'couples.choices': page,
    'couples.link': { coupleId, partners: [clientId, partnerId], page, ...agreed },
    'couples.setPolicy': { coupleId, ...agreed },
    'couples.revokeConsent': { clientId, consentId },
    'couples.unlink': { coupleId },
  };
}

/** Well-formed inputs about what client and clinician agreed on. */
function goalInputs({ clientId, goalId, topicId }: Subjects) {
  return {
    'goals.put': { clientId, ...aGoal(v7() as GoalId) },
    'goals.rate': { clientId, goalId, on: SOME_DAY, value: 4 },
    'goals.close': { clientId, goalId, as: 'reached' },
    'topics.close': { clientId, topicId },
    'clientPage.withheld': { clientId },
    'clientPage.withhold': { clientId, measureId: 'phq9', withheld: true },
  };
}

/** A well-formed goal, agreed on a day before {@link Subjects} were asked anything. */
export function aGoal(goalId: GoalId) {
  return {
    goalId,
    words: 'walk with a friend twice a week',
    scale: { kind: 'zeroToTen' },
    agreedOn: '2025-05-12',
    targetOn: null,
  } as const;
}

/** A well-formed report of an insertion. */
export function insertionInput(clientId: ClientId, insertionId: InsertionId) {
  return {
    insertionId,
    clientId,
    ehr: 'simplepractice',
    recordId: 'abc',
    appointmentId: null,
    request: chartRequest('narrative'),
    briefAsOf: '2026-11-20T18:58:00.000Z',
    parts: [{ label: 'Progress note', section: 'whole', text: 'PHQ-9 11/27 on 19 Nov.' }],
    outcome: { status: 'exact' },
  } as const;
}

/** An entry that is well-formed, and sealed to a key that no server has. */
function sealedToNobody(): SealedEntry {
  return {
    entryId: '019a9999-0000-7000-8000-000000000001',
    author: StaffId.parse('019a9999-0000-7000-8000-000000000002'),
    keyId: '0123456789abcdef',
    encapsulated: btoa('nobody'),
    sealed: btoa('nothing'),
  };
}
