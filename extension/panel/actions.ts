import type { Alert } from '#shared/contracts/alert.ts';
import type { EhrLinkId } from '#shared/contracts/ids.ts';
import type {
  AcknowledgeInput,
  BriefQuery,
  Candidate,
  PrintInput,
} from '#shared/contracts/procedures.ts';
import type { SelfCheck } from '#shared/contracts/self-check.ts';
import type { Pairing, PairingState, UpdateHabits, WorkerReply } from '../messages/worker.ts';
import type { CoupleActions } from './couple/actions.ts';
import type { DailyActions } from './daily.ts';
import type { GoalActions } from './goals/actions.ts';
import type { PickedField } from './note/picking.ts';
import type { RecordActions } from './record/actions.ts';
import type { SendingActions } from './sending/actions.ts';
import type { InsertRequest } from './update/plan.ts';

/** Everything that can be done from the panel. Views get this and know nothing of ports. */
export interface PanelActions {
  /** Room, keys, and a screen that others see. */
  readonly daily: DailyActions;
  readonly openSettings: () => void;
  /** Asks the server again. */
  readonly verify: () => Promise<void>;
  /** The sign-in that was begun before, also by a page that is gone. */
  readonly pairing: () => Promise<WorkerReply<Pairing | null>>;
  readonly startPairing: () => Promise<WorkerReply<Pairing>>;
  readonly pollPairing: () => Promise<WorkerReply<PairingState>>;
  /** Whether the last session ended because nobody used it. */
  readonly isLocked: () => Promise<WorkerReply<boolean>>;
  /** Clients of the caseload that fit what the page shows. */
  readonly candidates: (query: BriefQuery) => Promise<WorkerReply<readonly Candidate[]>>;
  /** Binds the page's record to a client, on the word of the person who compared them. */
  readonly link: (
    query: BriefQuery,
    candidate: Candidate,
    nameConfirmed: boolean,
  ) => Promise<WorkerReply<unknown>>;
  readonly unlink: (linkId: EhrLinkId) => Promise<WorkerReply<null>>;
  /** Closes the alerts of one entry with what was done about them. */
  readonly acknowledge: (
    alerts: readonly Pick<Alert, 'alertId' | 'latestAt'>[],
    done: Pick<AcknowledgeInput, 'action' | 'protocolVersion' | 'withSentence'>,
  ) => Promise<WorkerReply<null>>;
  /** That alerts stood on the screen. */
  readonly seen: {
    /** Evidence that the server was told of, by keys of whoever tells. */
    readonly told: Set<string>;
    readonly tell: (
      alerts: readonly Pick<Alert, 'alertId' | 'latestAt'>[],
    ) => Promise<WorkerReply<null>>;
  };
  /** Puts the alerts of one entry aside until their measure is answered again. */
  readonly snooze: (
    alerts: readonly Pick<Alert, 'alertId' | 'latestAt'>[],
  ) => Promise<WorkerReply<null>>;
  /** Records that a chart is about to be put on paper; nothing is printed without. */
  readonly recordPrint: (input: PrintInput) => Promise<WorkerReply<null>>;
  /** Takes the clinician's way of writing Updates for this one and the next. */
  readonly keepHabits: (habits: UpdateHabits) => void;
  /** What is added to the client's record. */
  readonly record: RecordActions;
  /** What partners agreed to share, and how they became a couple. */
  readonly couple: CoupleActions;
  /** What is sent to the client. */
  readonly sending: SendingActions;
  /** Goals, and what the client wants to talk about. */
  readonly goals: GoalActions;
  /** Lets the person click the field that is meant. */
  readonly pickField: () => void;
  readonly stopPicking: () => void;
  /** Takes a field from the list, also for later notes of this template. */
  readonly chooseField: (field: PickedField) => void;
  /** Forgets the field that was chosen for notes of this template. */
  readonly forgetField: () => void;
  /** The page's structure without its words; null when the page does not answer. */
  readonly checkStructure: () => Promise<SelfCheck | null>;
  readonly insert: (request: InsertRequest) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Tries again to record what could not be recorded. */
  readonly recordAgain: () => Promise<void>;
  /** Says that it was read what the register refused. */
  readonly forgetRefused: () => Promise<void>;
  /** True when the text is on the clipboard. */
  readonly copy: (text: string) => Promise<boolean>;
}
