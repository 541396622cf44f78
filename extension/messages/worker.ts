import * as z from 'zod/mini';
import {
  CloseGoal,
  CloseTopic,
  PutGoal,
  RateGoal,
  SeenAlerts,
} from '#shared/contracts/between-procedures.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { EhrId } from '#shared/contracts/ehr.ts';
import type { ErrorCode } from '#shared/contracts/errors.ts';
import type { AdapterMode } from '#shared/contracts/fleet.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import { AlertId, EhrLinkId, InsertionId } from '#shared/contracts/ids.ts';
import { InsertOutcome } from '#shared/contracts/insertion.ts';
import {
  type EarlierInsertion,
  EarlierInsertionsQuery,
} from '#shared/contracts/overlay-procedures.ts';
import {
  AcknowledgeInput,
  BriefQuery,
  BriefReply,
  type Candidate,
  LinkInput,
  LookInput,
  PrintInput,
  RecordInsertionInput,
  RecordUndoInput,
  SnoozeInput,
  type WhoAmI,
} from '#shared/contracts/procedures.ts';
import { PageReading, Subject } from '#shared/contracts/reading.ts';
import {
  AddEventInput,
  BaselineChoice,
  CorrectOwnResponseInput,
  CorrectResponseInput,
  EnterHandTotalInput,
  EpisodeMark,
  RemoveEventInput,
} from '#shared/contracts/record-procedures.ts';
import { UpdateRequest } from '#shared/contracts/update.ts';
import { COUPLE_CALLS, type CoupleResults } from './couples.ts';
import { DAILY_CALLS, type DailyResults } from './daily.ts';
import { SENDING_CALLS, type SendingResults } from './sending.ts';
import { type AllSettings, SettingChoice } from './settings.ts';

/**
 * Calls from extension pages (panel, options, popup) to the worker, over `runtime.sendMessage`.
 * The worker answers only senders of the extension's own origin; the content script may send
 * nothing but {@link ReadingNotice}, {@link PanelPartWanted} and {@link PanelGivenUp}.
 */

/**
 * Why there is no live answer. `partMissing` is the page's own word: an answer is there, and a file of
 * the extension that it can't be judged without could not be read.
 */
export const Unavailable = z.enum([
  'signedOut',
  'unreachable',
  'slow',
  'notConfigured',
  'refused',
  'partMissing',
  /** The practice allows no writing into this EHR now, or could not be asked for too long. */
  'switchedOff',
  /** The page showed clients faster than anybody reads: for a while none of them is looked up. */
  'pageRestless',
]);
export type Unavailable = z.infer<typeof Unavailable>;

/** A reply that may be missing; `message` is the product's own words, ready to be shown. */
export type WorkerReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly reason: Unavailable;
      readonly message: string;
      /** The server's reason, where it gave one of ours. */
      readonly code?: ErrorCode;
    };

/** What is known of a page's client, and how fresh it is. */
export const BriefState = z.discriminatedUnion('source', [
  /** Answered by the server just now. The only state in which "none open" may be said. */
  z.object({ source: z.literal('live'), verifiedAt: Instant, reply: BriefReply }),
  /** The server could not be asked; this is the last answer for exactly this subject. */
  z.object({
    source: z.literal('cache'),
    verifiedAt: Instant,
    reply: BriefReply,
    because: Unavailable,
  }),
  z.object({ source: z.literal('none'), because: Unavailable }),
]);
export type BriefState = z.infer<typeof BriefState>;

/** Where the backend is and who says so. */
export const ServerSettings = z.object({
  /** Origin such as `https://throughline.practice.example`; null when nothing is configured. */
  backend: z.nullable(z.string()),
  /** `policy` settings can't be changed by the person. */
  source: z.enum(['policy', 'person', 'build']),
  /**
   * Why the address can't be used now; null when it can.
   * `waitingForPractice`: installed by policy, and the policy's address has not arrived (it takes
   * seconds on a first start): no other server is used instead.
   * `policyRemoved`: the policy was here and was taken away.
   * `policyRefused`: the policy names an address that is not acceptable.
   * `accessNotGranted`: the browser has not allowed connections to that host.
   */
  problem: z.nullable(
    z.enum(['waitingForPractice', 'policyRemoved', 'policyRefused', 'accessNotGranted']),
  ),
});
export type ServerSettings = z.infer<typeof ServerSettings>;

/** A device authorization under way (RFC 8628). */
export const Pairing = z.object({
  userCode: z.string(),
  /** Page of the backend where the clinician signs in and approves; opened in a tab. */
  verificationUrl: z.string(),
  expiresAt: Instant,
});
export type Pairing = z.infer<typeof Pairing>;

export const PairingState = z.enum(['none', 'pending', 'approved', 'expired', 'denied']);
export type PairingState = z.infer<typeof PairingState>;

/** An insertion that is about to be written: all of its record but the outcome. */
export const HeldInsertion = z.omit(RecordInsertionInput, { outcome: true });
export type HeldInsertion = z.infer<typeof HeldInsertion>;

/** What the worker keeps for the practice's server until that has it. */
export const OutboxEntry = z.object({
  entryId: z.uuid(),
  /** `sealed`: of an earlier browser session, which nobody in this browser can read any more. */
  what: z.enum(['insertion', 'undo', 'acknowledgement', 'sealed']),
  /** Of an insertion or undo that this browser session can still read. */
  insertionId: z.nullable(InsertionId),
  /** Of such an acknowledgement. */
  alertId: z.nullable(AlertId),
  /** When it happened, by this computer's clock. */
  since: Instant,
  /**
   * `held`: the page has not said what became of it. `sending`: on its way for the first time.
   * `waiting`: the server could not be told; it is tried again. `refused`: it is not tried again.
   */
  is: z.enum(['held', 'sending', 'waiting', 'refused']),
  /** Why it is refused, in the product's own words. */
  because: z.nullable(z.string()),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/**
 * What became of an acknowledgement. `willBeSent`: the server can't be reached; it is kept and sent
 * once, and until then the alert is open.
 */
export type Acknowledged = 'done' | 'willBeSent';

/**
 * How a clinician likes Updates, whoever the client is. The reader and the day of a session are no
 * habits: a text for somebody else, or of another day, is asked for each time.
 */
export const UpdateHabits = z.pick(UpdateRequest, {
  shape: true,
  length: true,
  language: true,
  assessmentLine: true,
});
export type UpdateHabits = z.infer<typeof UpdateHabits>;

/** A note's template in one EHR, by the name that the page shows. */
export const TemplateOfNote = z.object({
  ehr: EhrId,
  template: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type TemplateOfNote = z.infer<typeof TemplateOfNote>;

/** Which box of a form a person clicked: as the page's `picked` has it, and nothing that is in it. */
export const FieldPlace = z.object({
  label: z.string().check(z.maxLength(200)),
  position: z.int().check(z.minimum(0), z.maximum(200)),
});
export type FieldPlace = z.infer<typeof FieldPlace>;

/** A note's template, and what its fields are labelled now: what was chosen is known by these alone. */
export const LabelsOfNote = z.object({
  ...TemplateOfNote.shape,
  labels: z.array(FieldPlace.shape.label).check(z.maxLength(200)),
});
export type LabelsOfNote = z.infer<typeof LabelsOfNote>;

/** The field that a clinician chose for the notes of a template. */
export const ChosenField = z.object({ ...TemplateOfNote.shape, ...FieldPlace.shape });
export type ChosenField = z.infer<typeof ChosenField>;

/** Input schema of every call. */
export const WORKER_CALLS = {
  ...DAILY_CALLS,
  ...SENDING_CALLS,
  ...COUPLE_CALLS,
  'session.whoAmI': z.object({}),
  /** What was begun and is not over: after a reload the same code is shown. */
  'session.pairing': z.object({}),
  /** Goes on with what is under way, or asks for a new code; opens the page for it either way. */
  'session.startPairing': z.object({}),
  'session.pollPairing': z.object({}),
  'session.signOut': z.object({}),
  /** A person used a page of ours: the lock waits from now on. */
  'session.active': z.object({}),
  /** A panel turned to another client: by a person, or by a script of the page. */
  'session.turned': z.object({}),
  /** Whether the last session ended because nobody used it. */
  'session.isLocked': z.object({}),
  'settings.get': z.object({}),
  /** Every setting with where it comes from. */
  'settings.all': z.object({}),
  'settings.choose': SettingChoice,
  'settings.setBackend': z.object({ backend: z.string().check(z.maxLength(300)) }),
  'brief.get': BriefQuery,
  'links.candidates': z.object({ subject: Subject }),
  'links.link': LinkInput,
  'links.unlink': z.object({ linkId: EhrLinkId }),
  'look.mark': LookInput,
  'look.print': PrintInput,
  'insertions.earlier': EarlierInsertionsQuery,
  'alerts.acknowledge': AcknowledgeInput,
  'alerts.seen': SeenAlerts,
  'alerts.snooze': SnoozeInput,
  'goals.put': PutGoal,
  'goals.rate': RateGoal,
  'goals.close': CloseGoal,
  'topics.close': CloseTopic,
  'events.add': AddEventInput,
  'events.remove': RemoveEventInput,
  'episodes.mark': EpisodeMark,
  'episodes.unmark': EpisodeMark,
  'baselines.choose': BaselineChoice,
  'baselines.clear': BaselineChoice,
  'handTotals.measures': z.object({}),
  'handTotals.enter': EnterHandTotalInput,
  'responses.correct': CorrectResponseInput,
  'responses.correctOwn': CorrectOwnResponseInput,
  /** Opens a page of the practice's own in a tab. */
  'console.open': z.object({ page: z.enum(['handMeasures', 'caseload', 'alerts']) }),
  /** What the practice allows the adapter of an EHR, as far as this browser knows. */
  'switches.mode': z.object({ ehr: EhrId }),
  /** Those of whoever is signed in. */
  'habits.get': z.object({}),
  'habits.keep': UpdateHabits,
  /** The field that whoever is signed in chose in an earlier note of a template. */
  'fields.remembered': LabelsOfNote,
  'fields.remember': ChosenField,
  'fields.forget': TemplateOfNote,
  /** Before anything is sent to the page: a refusal means that nothing may be. */
  'outbox.hold': HeldInsertion,
  'outbox.holdUndo': z.object({ insertionId: InsertionId, ehr: EhrId }),
  /** The held insertion never left for the page. */
  'outbox.release': z.object({ insertionId: InsertionId }),
  /** The page's own word. Only the first one counts, and none after the server was told. */
  'outbox.answer': z.object({ insertionId: InsertionId, outcome: InsertOutcome }),
  'outbox.answerUndo': RecordUndoInput,
  'outbox.list': z.object({}),
  'outbox.sendAgain': z.object({}),
  /** The clinician has read that entries were refused. */
  'outbox.forgetRefused': z.object({}),
} as const;

/** Result of every call when it succeeds. */
export interface WorkerResults extends DailyResults, SendingResults, CoupleResults {
  'session.whoAmI': WhoAmI;
  'session.pairing': Pairing | null;
  'session.startPairing': Pairing;
  'session.pollPairing': PairingState;
  'session.signOut': null;
  'session.active': null;
  'session.turned': null;
  'session.isLocked': boolean;
  'settings.get': ServerSettings;
  'settings.all': AllSettings;
  'settings.choose': null;
  'settings.setBackend': ServerSettings;
  'brief.get': BriefState;
  'links.candidates': readonly Candidate[];
  'links.link': { linkId: EhrLinkId };
  'links.unlink': null;
  'look.mark': null;
  'look.print': null;
  /** Texts that may stand in the client's notes, newest first. */
  'insertions.earlier': readonly EarlierInsertion[];
  'alerts.acknowledge': Acknowledged;
  'alerts.seen': null;
  'alerts.snooze': null;
  'goals.put': null;
  'goals.rate': null;
  'goals.close': null;
  'topics.close': null;
  'events.add': null;
  'events.remove': null;
  'episodes.mark': null;
  'episodes.unmark': null;
  'baselines.choose': null;
  'baselines.clear': null;
  'handTotals.measures': readonly HandMeasure[];
  'handTotals.enter': null;
  'responses.correct': null;
  'responses.correctOwn': null;
  'console.open': null;
  'switches.mode': AdapterMode;
  /** Null when this clinician has kept none in this browser. */
  'habits.get': UpdateHabits | null;
  'habits.keep': null;
  /** Null when none was chosen in this browser, or none of the labels is its own. */
  'fields.remembered': FieldPlace | null;
  'fields.remember': null;
  'fields.forget': null;
  'outbox.hold': null;
  'outbox.holdUndo': null;
  'outbox.release': null;
  /** The clinician's own entries, as all lists of the outbox are. */
  'outbox.answer': readonly OutboxEntry[];
  'outbox.answerUndo': readonly OutboxEntry[];
  'outbox.list': readonly OutboxEntry[];
  'outbox.sendAgain': readonly OutboxEntry[];
  'outbox.forgetRefused': readonly OutboxEntry[];
}

export type WorkerCall = keyof typeof WORKER_CALLS;

/** One call on its way to the worker; `input` is checked against {@link WORKER_CALLS}. */
export const WorkerRequest = z.object({
  type: z.literal('call'),
  call: z.enum(Object.keys(WORKER_CALLS) as [WorkerCall, ...WorkerCall[]]),
  input: z.unknown(),
});
export type WorkerRequest = z.infer<typeof WorkerRequest>;

/** Content script to worker: the newest reading, for the badge and to fetch the brief early. */
export const ReadingNotice = z.object({
  type: z.literal('reading'),
  reading: PageReading,
  /**
   * False while the page concerns a client and the part of the script that shows the panel is not
   * there: nothing about the page may then be called verified.
   */
  complete: z.boolean(),
});
export type ReadingNotice = z.infer<typeof ReadingNotice>;

/**
 * Content script to worker: this page concerns a client; bring it the part of the script that shows
 * the panel and writes. Asked again until the part is there.
 */
export const PanelPartWanted = z.object({ type: z.literal('panelPartWanted') });
export type PanelPartWanted = z.infer<typeof PanelPartWanted>;

/**
 * Content script to worker, instead of every reading from now on: the page kept hiding, moving or
 * closing the panel. It is taken away until another document is loaded.
 */
export const PanelGivenUp = z.object({ type: z.literal('panelGivenUp') });
export type PanelGivenUp = z.infer<typeof PanelGivenUp>;
