import { COUPLE_PROFILES, PEOPLE } from '../people.ts';

/** A record as this EHR keeps it. */
export type Client = {
  /** As in the list of people. */
  readonly key: string;
  /** Digits: the id in the address of the record. */
  readonly id: string;
  readonly name: string;
  /** `YYYY-MM-DD`; null for a couple. */
  readonly birthDate: string | null;
};

/** An appointment with its note. */
export type Event = {
  /** Digits and the day, `50001-261120`: what stands in its address. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** As displayed, `9:00 am - 9:50 am`. */
  readonly time: string;
  readonly client: Client;
};

const FIRST_CLIENT = 41_001;
const FIRST_EVENT = 50_001;

/** Every record: the individuals and the couples. */
export const CLIENTS: readonly Client[] = [...PEOPLE, ...COUPLE_PROFILES].map((one, index) => ({
  key: one.key,
  id: String(FIRST_CLIENT + index),
  name: one.displayName,
  birthDate: 'birthDate' in one ? one.birthDate : null,
}));

/** The record of a person or couple of the demo practice. Throws for an unknown key. */
export function clientOf(key: string): Client {
  const found = CLIENTS.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no record of "${key}"`);
  return found;
}

/** The appointments of a day, one for each record. */
export function eventsOn(today: string): readonly Event[] {
  const [year = '', month = '', day = ''] = today.split('-');
  return CLIENTS.map((client, index) => ({
    id: `${FIRST_EVENT + index}-${year.slice(2)}${month}${day}`,
    date: today,
    time: timeOf(index),
    client,
  }));
}

function timeOf(index: number): string {
  const hour = 8 + (index % 11);
  const half = hour < 12 ? 'am' : 'pm';
  const shown = hour > 12 ? hour - 12 : hour;
  return `${shown}:00 ${half} - ${shown}:50 ${half}`;
}
