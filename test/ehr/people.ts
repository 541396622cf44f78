/**
 * One invented client of the demo practice, and how each stand-in EHR knows the person. Nobody
 * here exists; a name that somebody bears is a coincidence.
 */
export type Person = {
  /** Stable handle for tests and seeds, unique in {@link PEOPLE}. */
  readonly key: string;
  /** The name that SimplePractice displays: the preferred one where it differs. */
  readonly displayName: string;
  /** The legal name, only where it differs from the displayed one. */
  readonly legalName?: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** True for a client under 18. */
  readonly minor?: true;
  readonly simplepractice: {
    /** 16 lower-case hex digits, the record id in SimplePractice's URLs. */
    readonly hash: string;
    /** 10 digits: the appointment whose note is written today. */
    readonly appointmentId: string;
  };
  readonly therapynotes: {
    /** 16 or 22 characters of `[A-Za-z0-9_-]`, the record id in TherapyNotes' URLs. */
    readonly token: string;
    /** Digits: the progress note that is open. */
    readonly noteId: string;
    /** The name as TherapyNotes shows it, only where it differs from `displayName`. */
    readonly name?: string;
  };
};

/** A couple as SimplePractice keeps it: a record of its own, beside those of the two partners. */
export type CoupleProfile = {
  readonly key: string;
  readonly displayName: string;
  /** Keys of the two partners in {@link PEOPLE}. */
  readonly partners: readonly [string, string];
  readonly simplepractice: { readonly hash: string; readonly appointmentId: string };
};

/** The individual clients of the demo practice. */
export const PEOPLE: readonly Person[] = [
  {
    key: 'jordan-avery',
    displayName: 'Jordan Avery',
    birthDate: '1991-03-14',
    simplepractice: { hash: '4f1c9a27be60d385', appointmentId: '2718400101' },
    therapynotes: { token: 'kT4v_9Qm2XsLr7Bd', noteId: '48210101' },
  },
  {
    key: 'riley-chen',
    displayName: 'Riley Chen',
    birthDate: '2001-09-02',
    simplepractice: { hash: 'a80e52d19c7fb364', appointmentId: '2718400102' },
    therapynotes: { token: 'Wz8-pN3cYhJ5uEa1', noteId: '48210102' },
  },
  {
    key: 'alex-morgan-1988',
    displayName: 'Alex Morgan',
    birthDate: '1988-05-21',
    simplepractice: { hash: '17d3b6f0528e4ac9', appointmentId: '2718400103' },
    therapynotes: { token: 'b6RfGx0_TqVn4MeKs92LwA', noteId: '48210103' },
  },
  {
    key: 'alex-morgan-1996',
    displayName: 'Alex Morgan',
    birthDate: '1996-11-30',
    simplepractice: { hash: 'c29a7e4861f05bd3', appointmentId: '2718400104' },
    therapynotes: { token: 'H1oZcP7-iDkU3yXt58SvQg', noteId: '48210104' },
  },
  {
    key: 'sam-rivera',
    displayName: 'Sam Rivera',
    birthDate: '1985-07-09',
    simplepractice: { hash: '6e0fd8539b2a71c4', appointmentId: '2718400105' },
    therapynotes: { token: 'Lx2Jm-6wRb9ZfKc0', noteId: '48210105' },
  },
  {
    key: 'dana-rivera',
    displayName: 'Dana Rivera',
    birthDate: '1987-01-25',
    simplepractice: { hash: '93b47c2fe01d6a58', appointmentId: '2718400106' },
    therapynotes: { token: 'Vq5_nS8tAy1GhEp3', noteId: '48210106' },
  },
  {
    key: 'kit-bauer',
    displayName: 'Kit Bauer',
    legalName: 'Katharina Bauer',
    birthDate: '1979-12-04',
    simplepractice: { hash: 'd5610ae8f34c927b', appointmentId: '2718400107' },
    therapynotes: { token: 'Xr7Ud4_oMlCw2BzN', noteId: '48210107', name: 'Katharina Bauer' },
  },
  {
    key: 'noor-haddad',
    displayName: 'Noor Haddad',
    birthDate: '2011-06-17',
    minor: true,
    simplepractice: { hash: '2b8f6d07a9e3c154', appointmentId: '2718400108' },
    therapynotes: { token: 'eF3kT9-hQsJ6vYx0', noteId: '48210108' },
  },
  {
    key: 'zoe-simkova',
    displayName: 'Zoë Šimková',
    birthDate: '1993-08-28',
    simplepractice: { hash: '70c5e19db4f268a3', appointmentId: '2718400109' },
    therapynotes: { token: 'Pm1-Gd8uRc5LwXz7Ik40Ta', noteId: '48210109', name: 'Zoe Simkova' },
  },
  {
    key: 'maeve-odonnell',
    displayName: "Maeve O'Donnell",
    birthDate: '1969-02-11',
    simplepractice: { hash: 'e4a2918c5df7063b', appointmentId: '2718400110' },
    therapynotes: { token: 'Ny6BqV_2sZoHf9Ej', noteId: '48210110', name: 'Maeve O’Donnell' },
  },
  {
    key: 'daniel-okafor',
    displayName: 'Daniel Okafor',
    birthDate: '1975-10-03',
    simplepractice: { hash: '58d0fb732ca6e491', appointmentId: '2718400111' },
    therapynotes: {
      token: 'Ac0Wj7-xKtDm3PrU',
      noteId: '48210111',
      name: 'Okafor, Daniel Emeka',
    },
  },
  {
    key: 'tomas-nunez-vega',
    displayName: 'Tomás Núñez-Vega',
    birthDate: '2004-04-05',
    simplepractice: { hash: 'b3769e4d10c8f52a', appointmentId: '2718400112' },
    therapynotes: { token: 'Sg9_Lb5eYfQv1XnH', noteId: '48210112' },
  },
  {
    key: 'priya-raman',
    displayName: 'Priya Raman',
    birthDate: '1998-01-19',
    simplepractice: { hash: '0c92d7f4ab583e61', appointmentId: '2718400113' },
    therapynotes: { token: 'Jt4Mz-8cRuWk6IoD', noteId: '48210113' },
  },
  {
    key: 'walter-lindqvist',
    displayName: 'Walter Lindqvist',
    birthDate: '1952-09-30',
    simplepractice: { hash: 'f6158b30e7d94c2a', appointmentId: '2718400114' },
    therapynotes: { token: 'Bh2xE7_qZsNa5GyV', noteId: '48210114' },
  },
];

/** The couple records of the demo practice. */
export const COUPLE_PROFILES: readonly CoupleProfile[] = [
  {
    key: 'sam-and-dana-rivera',
    displayName: 'Sam & Dana Rivera',
    partners: ['sam-rivera', 'dana-rivera'],
    simplepractice: { hash: '8ad47f029e6bc135', appointmentId: '2718400201' },
  },
];

/** The person with a key. Throws for an unknown key: that is a mistake in a test. */
export function person(key: string): Person {
  const found = PEOPLE.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no invented person has the key "${key}"`);
  return found;
}
