import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { CustomForm, FormAnswers, FormId } from './custom-form.ts';
import { HandMeasure } from './hand-measure.ts';
import { ResponseId } from './ids.ts';

/** Answers to a form of the practice's own. */
export const OwnFormResponse = z.object({
  responseId: ResponseId,
  formId: FormId,
  formVersion: z.int(),
  answeredOn: CalendarDate,
  submittedAt: Instant,
  answers: FormAnswers,
  /** The response that this one corrects; both remain on record, this one counts. */
  supersedes: z.optional(ResponseId),
  /** Of a correction: who made it, by display name, and why, in that person's words. */
  correction: z.optional(z.object({ by: z.string(), reason: z.string() })),
});
export type OwnFormResponse = z.infer<typeof OwnFormResponse>;

/** A total that a clinician brought along from a measure that may not be shipped. */
export const HandTotal = z.object({
  responseId: ResponseId,
  /** `HandMeasure.id`. */
  handMeasureId: z.string(),
  handMeasureVersion: z.int(),
  /** The day on which the client answered it. */
  on: CalendarDate,
  enteredAt: Instant,
  total: z.number(),
  /** The entry that this one corrects. */
  supersedes: z.optional(ResponseId),
});
export type HandTotal = z.infer<typeof HandTotal>;

/** All that a client has answered to what the practice made itself. */
export const OwnAnswers = z.object({
  /** In every version that was sent, answered or not: check-ins are named by them. */
  forms: z.array(CustomForm),
  /**
   * Per form the newest 24 that count, chosen baselines, of the present episode the first answer to
   * each question in the version answered last (among its first 24), and what corrections took the
   * place of; oldest first by the day they describe. `BriefFacts.responseCounts` says how many there
   * are, by the form's key.
   */
  responses: z.array(OwnFormResponse),
  handMeasures: z.array(HandMeasure),
  /**
   * Per measure those that were entered last, `SCORES_AT_HAND` at most, corrected ones too.
   * `BriefFacts.responseCounts` says how many there are, by `hand:<id>`.
   */
  handTotals: z.array(HandTotal),
});
export type OwnAnswers = z.infer<typeof OwnAnswers>;
