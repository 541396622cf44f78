import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { SkipReason } from '#shared/contracts/client-page.ts';
import type { CustomForm, FormAnswers } from '#shared/contracts/custom-form.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Result } from '#shared/contracts/result.ts';

/** What everything that the client has in hand has in common. */
interface InHand {
  readonly state: 'open';
  /** Its place among what was sent together, from 1, and how many those are. */
  readonly place: number;
  readonly of: number;
  /** Whether the client has begun. */
  readonly begun: boolean;
  /** The last day on which the link works, in the practice's time zone. */
  readonly opensUntil: CalendarDate;
}

/** A measure as the client has it in hand. */
export interface OpenMeasure extends InHand {
  readonly kind: 'measure';
  readonly instrument: Instrument;
  /** By item number: points, or null for a skipped item. Items not reached are absent. */
  readonly answers: ReadonlyMap<number, number | null>;
}

/** A form of the practice's own as the client has it in hand. */
export interface OpenForm extends InHand {
  readonly kind: 'form';
  readonly form: CustomForm;
  /** By place in the form, from 1: a number, words, or null for a skipped question. */
  readonly answers: ReadonlyMap<number, FormAnswers[number]>;
}

/** What stands behind an open link. */
export type OpenCheckIn = OpenMeasure | OpenForm;

/** A measure that was sent: nothing of the answers is shown again. */
export interface FinishedCheckIn {
  readonly state: 'finished';
  readonly finishedAt: Instant;
  /** Whether a suicidality item was answered positively, so that support is shown once more. */
  readonly support: boolean;
  /** Place of what was sent together with it and is not answered yet; null when all of it is. */
  readonly next: number | null;
}

/** What became of one answer. */
export interface SavedAnswer {
  /** How many questions there are. */
  readonly questions: number;
}

/** Who acts and when: the secret of a client's link, and the request it came with. */
export interface LinkVisit {
  readonly secret: string;
  /**
   * Which of what was sent together is meant, from 1; left out for the one that the link was made for.
   * An answer that comes late names the form that it was given to, and never lands in the next one.
   */
  readonly place?: number;
  readonly requestId: string;
}

/**
 * What a client can do with a link. `notOpen` covers unknown, expired, revoked and finished links
 * alike: nobody learns from the reply whether a link existed.
 */
export interface ClientCare {
  /** What stands behind the link. Changes nothing. */
  readonly visit: (link: LinkVisit) => Promise<Result<OpenCheckIn | FinishedCheckIn, 'notOpen'>>;
  /** The client begins. Idempotent. */
  readonly begin: (link: LinkVisit) => Promise<Result<OpenCheckIn, 'notOpen'>>;
  /**
   * Saves one answer, or why an item was skipped; resolves after the COMMIT. `answerRefused`: no such item, or an answer that
   * it does not take: a value not among its choices, or words too long; nothing was saved.
   */
  readonly saveAnswer: (
    link: LinkVisit,
    item: number,
    value: FormAnswers[number],
    skipReason?: SkipReason | null,
  ) => Promise<Result<SavedAnswer, 'notOpen' | 'answerRefused'>>;
  /**
   * Sends the answers: stored in one transaction, those to a measure scored and judged; resolves
   * after the COMMIT. However often it is called, the answers are stored once. `nothingAnswered`:
   * no item has an answer, so nothing was sent and the link stays open.
   */
  readonly submit: (
    link: LinkVisit,
  ) => Promise<Result<FinishedCheckIn, 'notOpen' | 'nothingAnswered'>>;
}
