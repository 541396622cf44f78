import type { CalendarDate, Instant } from './calendar.ts';
import type { ResponseId } from './ids.ts';

/** What a client wrote in answer to one question of an own form. Read by people, judged by nothing. */
export interface OwnWords {
  /** The question as the client read it. */
  readonly question: string;
  /** As the client wrote it. */
  readonly words: string;
}

/** One time that a client sent in an own form. Its numbers are points of {@link MeasureTrend}s. */
export interface DatedOwnForm {
  readonly responseId: ResponseId;
  readonly on: CalendarDate;
  readonly submittedAt: Instant;
  /** Answered since the clinician last looked; putting an older answer right makes nothing new. */
  readonly isNew: boolean;
  /** Whether a clinician put it right: then not all of the words need be the client's. */
  readonly corrected: boolean;
  /** In the order of the form; empty where nothing was written. */
  readonly words: readonly OwnWords[];
}

/** One of the practice's own forms that was sent to the client, answered or not. */
export interface SentOwnForm {
  /** What check-ins and alerts know it by: `form:<id>`. */
  readonly instrumentId: string;
  /** Of the newest version that was sent. */
  readonly title: string;
  /** How many questions that version has. */
  readonly questions: number;
  /** Newest first; a response that a correction took the place of is left out. */
  readonly answered: readonly DatedOwnForm[];
  /** Responses there are in all, also those not in `answered`. */
  readonly totalCount: number;
}
