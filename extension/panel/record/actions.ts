import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import type { RecordChange } from './changes.ts';
import type { FormName, FormValues } from './forms.ts';

/** What can be done to the record of the client on screen. */
export interface RecordActions {
  /** Resolves when something can be filled in; rejects when a file of the extension can't be read. */
  readonly ready: () => Promise<void>;
  readonly unfold: (unfolded: boolean) => void;
  /** Opens a form as it was left; null closes what is open and keeps it. */
  readonly open: (form: FormName | null) => void;
  /** Changes what a form holds. */
  readonly fill: <Name extends FormName>(name: Name, values: Partial<FormValues[Name]>) => void;
  /** Closes a form and forgets what was in it. */
  readonly discard: (name: FormName) => void;
  /**
   * Records what a form holds. Nothing is sent unless the page is still about the client for whom
   * it was filled in; what was not saved stays in it.
   */
  readonly save: (name: FormName) => Promise<void>;
  /** Goes on to before and after, if the form is complete. */
  readonly review: () => void;
  /** Why it was not changed, in words; null when it was. `said` is what is told then. */
  readonly change: (change: RecordChange, said: string) => Promise<string | null>;
  /** What the practice has set up for totals by hand. */
  readonly handMeasures: () => Promise<WorkerReply<readonly HandMeasure[]>>;
  /** Opens the practice's page about them in a tab. */
  readonly openHandMeasures: () => Promise<WorkerReply<null>>;
}
