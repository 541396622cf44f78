import type { Signal } from '@preact/signals';
import type {
  CloseGoal,
  CloseTopic,
  PutGoal,
  RateGoal,
} from '#shared/contracts/between-procedures.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import type { Owner } from '../record/forms.ts';
import type { GoalDraft } from './draft.ts';

/**
 * What can be done about the goals of the client on screen. Nothing is sent for a client whom the page
 * is not certainly about at that moment.
 */
export interface GoalActions {
  /**
   * The goal that is being typed; null while none is. Kept outside of the views, which a page that
   * draws itself anew takes away; it goes with its client, and with the person signed in.
   */
  readonly draft: Signal<GoalDraft | null>;
  /** Who is on screen and who looks; null unless a client is. */
  readonly owner: () => Owner | null;
  readonly newId: () => string;
  readonly put: (input: PutGoal) => Promise<WorkerReply<null>>;
  readonly rate: (input: RateGoal) => Promise<WorkerReply<null>>;
  readonly close: (input: CloseGoal) => Promise<WorkerReply<null>>;
  /** What the client wanted to talk about was talked about. */
  readonly closeTopic: (input: CloseTopic) => Promise<WorkerReply<null>>;
}
