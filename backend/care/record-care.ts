import type { Caller } from '#backend/access/caller.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import type {
  AddEventInput,
  BaselineChoice,
  CorrectOwnResponseInput,
  CorrectResponseInput,
  EnterHandTotalInput,
  EpisodeMark,
  HandMeasures,
  RemoveEventInput,
} from '#shared/contracts/record-procedures.ts';
import type { Result } from '#shared/contracts/result.ts';

/** An answer that only acknowledges, or why there is none. */
export type Recorded<Refusal extends string> = Promise<Result<Done, 'notFound' | Refusal>>;

/**
 * What a clinician adds to the record of a client of the own caseload. Everything is idempotent, and
 * what is taken back stays on record.
 */
export interface RecordCare {
  /** Marks something in the client's life or care for the charts. */
  readonly addEvent: (
    caller: Caller,
    input: AddEventInput,
  ) => Recorded<'alreadyRecorded' | 'dayRefused'>;
  /** Takes such a mark away. */
  readonly removeEvent: (caller: Caller, input: RemoveEventInput) => Recorded<never>;
  /** Marks a day on which care began or ended. */
  readonly markEpisode: (caller: Caller, input: EpisodeMark) => Recorded<'dayRefused'>;
  /** Takes such a mark back. */
  readonly unmarkEpisode: (caller: Caller, input: EpisodeMark) => Recorded<'dayRefused'>;
  /** Makes a score the baseline of its episode. */
  readonly chooseBaseline: (caller: Caller, input: BaselineChoice) => Recorded<never>;
  /** Takes such a choice back. */
  readonly clearBaseline: (caller: Caller, input: BaselineChoice) => Recorded<never>;
  /** The measures of which totals can be entered. Nothing in it is about a client. */
  readonly handMeasures: (caller: Caller) => Promise<HandMeasures>;
  /** Enters a total that the client brought along. */
  readonly enterHandTotal: (
    caller: Caller,
    input: EnterHandTotalInput,
  ) => Recorded<'alreadyRecorded' | 'dayRefused' | 'totalOutside' | 'outdated' | 'measureRetired'>;
  /** Puts a response right. */
  readonly correctResponse: (
    caller: Caller,
    input: CorrectResponseInput,
  ) => Recorded<'alreadyRecorded' | 'answerRefused' | 'outdated'>;
  /** Puts a response to one of the practice's own forms right. */
  readonly correctOwnResponse: (
    caller: Caller,
    input: CorrectOwnResponseInput,
  ) => Recorded<'alreadyRecorded' | 'answerRefused' | 'outdated'>;
}
