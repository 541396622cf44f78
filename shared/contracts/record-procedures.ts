import * as z from 'zod/mini';
import { CalendarDate } from './calendar.ts';
import { CareEvent } from './care-event.ts';
import { FormAnswers } from './custom-form.ts';
import { HandMeasure } from './hand-measure.ts';
import { ClientId, ResponseId } from './ids.ts';
import { Answers } from './response.ts';

/**
 * What a clinician adds to a client's record from the panel. Every id is made by the panel, so that
 * a repeat is recognised: the same content again is answered alike, other content under the same id
 * is refused (`alreadyRecorded`). Every reply is `Done`, sent after the COMMIT returned.
 */

/**
 * `events.add` input. A day in the future or before the client's birth is refused
 * (`dayRefused`).
 */
export const AddEventInput = z.object({
  clientId: ClientId,
  event: z.extend(CareEvent, { eventId: z.uuid() }),
});
export type AddEventInput = z.infer<typeof AddEventInput>;

/** `events.remove` input. Idempotent; that it once stood there stays in the audit log. */
export const RemoveEventInput = z.object({ clientId: ClientId, eventId: z.uuid() });
export type RemoveEventInput = z.infer<typeof RemoveEventInput>;

/**
 * `episodes.mark` and `episodes.unmark` input: a day on which care began or ended besides
 * `ClientIdentity.inCareSince`. Both idempotent. A day in the future is refused (`dayRefused`).
 */
export const EpisodeMark = z.object({
  clientId: ClientId,
  kind: z.enum(['began', 'ended']),
  on: CalendarDate,
});
export type EpisodeMark = z.infer<typeof EpisodeMark>;

/**
 * `baselines.choose` and `baselines.clear` input: the score of one of the client's responses becomes
 * the baseline of its episode, or no longer is. Both idempotent. Choosing it again makes it the last
 * chosen. `notFound` when the response is not this client's.
 */
export const BaselineChoice = z.object({ clientId: ClientId, responseId: ResponseId });
export type BaselineChoice = z.infer<typeof BaselineChoice>;

/**
 * `handTotals.measures` output: the newest version of every measure that the practice has set up
 * for totals entered by hand, but for those that it has taken out of use. No input.
 */
export const HandMeasures = z.array(HandMeasure);
export type HandMeasures = z.infer<typeof HandMeasures>;

/**
 * `handTotals.enter` input: a total that the client brought along, of the newest version of a
 * measure. `totalOutside`: beyond the range that the practice stated. `dayRefused`: in the future.
 * With `supersedes` it corrects an entry of the same measure; both remain on record. `outdated` when
 * that entry was corrected meanwhile. `measureRetired`: the practice has taken the measure out of use;
 * an entry from before can still be corrected.
 */
export const EnterHandTotalInput = z.object({
  clientId: ClientId,
  responseId: ResponseId,
  handMeasureId: z.string(),
  on: CalendarDate,
  total: z.number(),
  supersedes: z.nullable(ResponseId),
});
export type EnterHandTotalInput = z.infer<typeof EnterHandTotalInput>;

/** Why, in the clinician's words; kept in the record and shown beside the correction. */
const reason = z.string().check(z.regex(/\S/), z.maxLength(200));

/**
 * `responses.correct` input: what the client really answered, where a form was entered or tapped
 * wrongly. The corrected response keeps its day, form and place; both remain on record, this one
 * counts and is judged by the rules like a new one. It never closes a safety alert. `outdated` when
 * `supersedes` was corrected meanwhile; `answerRefused` when an answer is not among the choices or
 * the number of answers is not the form's.
 */
export const CorrectResponseInput = z.object({
  clientId: ClientId,
  responseId: ResponseId,
  supersedes: ResponseId,
  answers: Answers,
  reason,
});
export type CorrectResponseInput = z.infer<typeof CorrectResponseInput>;

/**
 * `responses.correctOwn` input: the same for a response to one of the practice's own forms, used
 * still or not. No rule reads it, so that a correction changes no alert.
 */
export const CorrectOwnResponseInput = z.object({
  clientId: ClientId,
  responseId: ResponseId,
  supersedes: ResponseId,
  answers: FormAnswers,
  reason,
});
export type CorrectOwnResponseInput = z.infer<typeof CorrectOwnResponseInput>;
