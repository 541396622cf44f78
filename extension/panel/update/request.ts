import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { UpdateAudience, UpdateRequest } from '#shared/contracts/update.ts';
import type { UpdateHabits } from '../../messages/worker.ts';

/**
 * As of when the text is. `note`: the day of the appointment that the open note belongs to, whichever
 * that is. `day`: one that the clinician names; null while what is typed is no day that can be meant.
 */
export type SessionChoice =
  | { readonly is: 'now' }
  | { readonly is: 'note' }
  | { readonly is: 'day'; readonly on: CalendarDate | null };

/** What is chosen for one Update, and kept no longer than this client is on this page. */
export interface UpdateChoice {
  readonly audience: UpdateAudience;
  readonly session: SessionChoice;
}

/** Always a chart's text, as of now, until something else is asked for. */
export const FIRST_CHOICE: UpdateChoice = { audience: 'chart', session: { is: 'now' } };

/**
 * The day of the appointment that the page names; null when it names none, or one that has not come:
 * nothing can be written as of a day that is not over or under way.
 */
export function noteDay({ appointment }: PageReading, today: CalendarDate): CalendarDate | null {
  const day = appointment?.date ?? null;
  return day === null || day > today ? null : day;
}

/** What to ask the composer for; null while the day of the session is not known. */
export function requestOf(
  { audience, session }: UpdateChoice,
  habits: UpdateHabits,
  day: CalendarDate | null,
): UpdateRequest | null {
  const sessionOn = session.is === 'day' ? session.on : session.is === 'note' ? day : null;
  if (sessionOn === null && session.is !== 'now') return null;
  // A letter has no parts to sort into fields, and bills nothing.
  const asked = isLetter(audience)
    ? { ...habits, shape: 'narrative' as const, assessmentLine: false }
    : habits;
  return { ...asked, audience, sessionOn };
}

/** Whether a text is for the client, who gets it in one piece. */
export function isLetter(audience: UpdateAudience): boolean {
  return audience === 'clientLetter';
}
