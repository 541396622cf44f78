import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { UpdateRequest } from '#shared/contracts/update.ts';
import type { UpdateHabits } from '../../messages/worker.ts';
import type { UpdateChoice } from './request.ts';

/** What the choices are made from, and what they change. */
export interface UpdateChoicesProps {
  /** Null while the day of the session is not known. */
  readonly request: UpdateRequest | null;
  readonly choice: UpdateChoice;
  readonly habits: UpdateHabits;
  /** Day of the note's appointment; null where the page names none that was. */
  readonly noteDay: CalendarDate | null;
  readonly today: CalendarDate;
  readonly onChoose: (choice: UpdateChoice) => void;
  readonly onKeep: (habits: UpdateHabits) => void;
}
