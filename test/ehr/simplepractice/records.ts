import { daysBefore } from '../dates.ts';
import { COUPLE_PROFILES, PEOPLE, person } from '../people.ts';
import type { HeaderClient } from './api.ts';

/** An appointment: one record, two in a legacy couple session, or several in a group. */
export type Appointment = {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** As displayed, `9:00 am - 9:50 am`. */
  readonly time: string;
  readonly clients: readonly HeaderClient[];
};

/** A legacy couple session: two individual records on one appointment, one note for both charts. */
export const LEGACY_COUPLE_APPOINTMENT = '2718400301';

/** A group session with four individual records. */
export const GROUP_APPOINTMENT = '2718400302';

/** Last week's appointment of the first person; its note is locked from the start. */
export const PAST_APPOINTMENT = '2718399101';

/** Every record that has a page: the individuals and the couples. */
export const CLIENTS: readonly HeaderClient[] = [
  ...PEOPLE.map((individual) => headerClient(individual.key)),
  ...COUPLE_PROFILES.map((couple) => ({
    hash: couple.simplepractice.hash,
    name: couple.displayName,
    birthDate: null,
    minor: false,
  })),
];

/** The practice's appointments; `today` is the day of all but the past one. */
export function appointments(today: string): readonly Appointment[] {
  const individual = PEOPLE.map((one) => [one.simplepractice.appointmentId, [one.key]] as const);
  const shared = [
    [LEGACY_COUPLE_APPOINTMENT, ['sam-rivera', 'dana-rivera']],
    [GROUP_APPOINTMENT, ['riley-chen', 'priya-raman', 'tomas-nunez-vega', 'walter-lindqvist']],
  ] as const;
  const couples = COUPLE_PROFILES.map((couple) => ({
    id: couple.simplepractice.appointmentId,
    clients: CLIENTS.filter((client) => client.hash === couple.simplepractice.hash),
  }));
  const sessions = [...individual, ...shared].map(([id, keys]) => ({
    id,
    clients: keys.map(headerClient),
  }));
  return [
    {
      id: PAST_APPOINTMENT,
      date: daysBefore(today, 7),
      time: timeOf(0),
      clients: [headerClient('jordan-avery')],
    },
    ...[...sessions, ...couples].map((entry, index) => ({
      ...entry,
      date: today,
      time: timeOf(index),
    })),
  ];
}

function headerClient(key: string): HeaderClient {
  const { simplepractice, displayName, birthDate, minor } = person(key);
  return { hash: simplepractice.hash, name: displayName, birthDate, minor: minor === true };
}

/** Sessions of 50 minutes at whole hours from 8 am, in turn for more than eleven of them. */
function timeOf(index: number): string {
  const hour = 8 + (index % 11);
  const half = hour < 12 ? 'am' : 'pm';
  const shown = hour > 12 ? hour - 12 : hour;
  return `${shown}:00 ${half} - ${shown}:50 ${half}`;
}
