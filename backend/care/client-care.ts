import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Result } from '#shared/contracts/result.ts';

/** A measure as the client has it in hand. */
export interface OpenCheckIn {
  readonly state: 'open';
  readonly instrument: Instrument;
  /** Whether the client has begun. */
  readonly begun: boolean;
  /** By item number: points, or null for a skipped item. Items not reached are absent. */
  readonly answers: ReadonlyMap<number, number | null>;
  /** The last day on which the link works, in the practice's time zone. */
  readonly opensUntil: CalendarDate;
}

/** A measure that was sent: nothing of the answers is shown again. */
export interface FinishedCheckIn {
  readonly state: 'finished';
  readonly finishedAt: Instant;
  /** Whether a suicidality item was answered positively, so that support is shown once more. */
  readonly support: boolean;
}

/** What became of one answer. */
export interface SavedAnswer {
  readonly instrument: Instrument;
}

/** Who acts and when: the secret of a client's link, and the request it came with. */
export interface LinkVisit {
  readonly secret: string;
  readonly requestId: string;
}

/**
 * What a client can do with a link. `notOpen` covers unknown, expired, revoked and finished links
 * alike: nobody learns from the reply whether a link existed.
 */
export interface ClientCare {
  /** The measure behind the link. Changes nothing. */
  readonly visit: (link: LinkVisit) => Promise<Result<OpenCheckIn | FinishedCheckIn, 'notOpen'>>;
  /** The client begins. Idempotent. */
  readonly begin: (link: LinkVisit) => Promise<Result<OpenCheckIn, 'notOpen'>>;
  /**
   * Saves one answer; resolves after the COMMIT. `answerRefused`: no such item, or a value that is
   * not among its choices; nothing was saved.
   */
  readonly saveAnswer: (
    link: LinkVisit,
    item: number,
    value: number | null,
  ) => Promise<Result<SavedAnswer, 'notOpen' | 'answerRefused'>>;
  /**
   * Sends the answers: scored, judged and stored in one transaction; resolves after the COMMIT.
   * However often it is called, the answers are stored once. `nothingAnswered`: no item has an
   * answer, so nothing was sent and the link stays open.
   */
  readonly submit: (
    link: LinkVisit,
  ) => Promise<Result<FinishedCheckIn, 'notOpen' | 'nothingAnswered'>>;
}
