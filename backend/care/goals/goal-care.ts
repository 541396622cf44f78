import type { Caller } from '#backend/access/caller.ts';
import type {
  CloseGoal,
  CloseTopic,
  PutGoal,
  RateGoal,
} from '#shared/contracts/between-procedures.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { Recorded } from '../record-care.ts';

/** What clinicians do with the goals and topics of the own caseload. Everything is idempotent. */
export interface GoalCare {
  /** Keeps a goal as it was agreed. Its words and scale never change afterwards. */
  readonly putGoal: (
    caller: Caller,
    input: PutGoal,
  ) => Recorded<'alreadyRecorded' | 'dayRefused' | 'goalRefused' | 'goalsFull'>;
  /** The clinician's rating of a day. */
  readonly rateGoal: (
    caller: Caller,
    input: RateGoal,
  ) => Recorded<'dayRefused' | 'ratingRefused' | 'goalClosed' | 'tooMany'>;
  /** Closes a goal as reached or set aside. */
  readonly closeGoal: (caller: Caller, input: CloseGoal) => Recorded<'goalClosed'>;
  /** Marks what the client wanted to talk about as talked about. */
  readonly closeTopic: (caller: Caller, input: CloseTopic) => Recorded<never>;
}

/** A client whose link and birth date were checked, for the length of one request. */
export interface VerifiedClient {
  readonly practiceId: PracticeId;
  readonly clientId: ClientId;
  /** Ties audit rows and log lines of one request together. */
  readonly requestId: string;
}

/** What clients do with the own goals. */
export interface ClientGoalCare {
  /**
   * The client's rating of today, in the practice's time zone; one of the same day replaces it.
   * `rateOwnGoal(deps)(client, { goalId, value })`. Resolves after the COMMIT with the moment that it
   * is kept at. `notFound`: no goal of this client; `ratingRefused`: not on the goal's scale, or
   * before the goal was agreed; `goalClosed`; `tooMany`: changed too often today.
   */
  readonly rateOwnGoal: (
    client: VerifiedClient,
    input: Pick<RateGoal, 'goalId' | 'value'>,
  ) => Promise<Result<Done, 'notFound' | 'ratingRefused' | 'goalClosed' | 'tooMany'>>;
}
