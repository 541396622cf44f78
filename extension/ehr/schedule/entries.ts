import type { ScheduleEntry } from '#shared/contracts/reading.ts';
import { namesSeveralPeople } from '#shared/identity/person-name.ts';
import { displayedName } from '../people/several.ts';
import { clockTime } from './clock-time.ts';

/** The contract's bound. */
const MOST_ENTRIES = 100;

/** What a calendar says of one appointment. */
export interface StatedAppointment {
  /** Who comes, as displayed; null when that can't be read. */
  readonly who: string | null;
  /** Text that holds the time when it starts. */
  readonly when: string;
  /** True when the calendar marks a couple, a family or a group in another way than by the name. */
  readonly several: boolean;
}

/**
 * The appointments of a day, in its order. A calendar names people and nothing else, so no entry
 * identifies anybody; whoever has no readable name is left out.
 */
export function scheduleOf(appointments: readonly StatedAppointment[]): ScheduleEntry[] {
  return appointments
    .flatMap(({ who, when, several }) => {
      const name = displayedName(who);
      if (name === null) return [];
      const subject = { recordId: null, name, birthDate: null };
      return [{ startsAt: clockTime(when), subject, several: several || namesSeveralPeople(name) }];
    })
    .slice(0, MOST_ENTRIES)
    .map((entry, place) => ({ key: `appointment.${place + 1}`, ...entry }));
}
