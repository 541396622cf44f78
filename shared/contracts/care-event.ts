import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { ResponseId } from './ids.ts';
import { EhrId } from './reading.ts';

/** Something in the client's life or care that a chart marks. It explains no score by itself. */
export const CareEvent = z.object({
  eventId: z.string(),
  on: CalendarDate,
  kind: z.enum(['medication', 'lifeEvent', 'other']),
  /** In the clinician's words: `sertraline 50 mg begun`. */
  label: z.string().check(z.regex(/\S/), z.maxLength(80)),
});
export type CareEvent = z.infer<typeof CareEvent>;

/** Where care began and ended besides `ClientIdentity.inCareSince`, as the clinician set it. */
export const CareEpisodes = z.object({
  /** Further days on which care began, or a new episode was declared. */
  startedOn: z.array(CalendarDate),
  endedOn: z.array(CalendarDate),
  /** In the order of choosing. */
  chosenBaselines: z.array(ResponseId),
});
export type CareEpisodes = z.infer<typeof CareEpisodes>;

/** A score that the EHR shows itself: drawn beside the line, judged by nothing. */
export const ExternalPoint = z.object({
  /** `Measure.id`. */
  measureId: z.string(),
  on: CalendarDate,
  displayed: z.number(),
  shownBy: EhrId,
  readAt: Instant,
});
export type ExternalPoint = z.infer<typeof ExternalPoint>;
