/** The invented practice that `npm start` loads. Nobody here exists. */

/** A member of the demo practice's staff. The password is for this invented practice only. */
export interface DemoStaff {
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly role: 'clinician' | 'admin';
}

export const PRACTICE = {
  name: 'Harbor Light Counseling',
  timeZone: 'America/Chicago',
} as const;

/** Sees all 14 clients. */
export const CLINICIAN: DemoStaff = {
  displayName: 'Nadia Fields, LMFT',
  email: 'nadia.fields@harborlight.example',
  password: 'demo only: lantern-pier-41',
  role: 'clinician',
};

/** Sees nobody's clinical content. */
export const ADMIN: DemoStaff = {
  displayName: 'Petra Lowe',
  email: 'petra.lowe@harborlight.example',
  password: 'demo only: harbor-desk-17',
  role: 'admin',
};

/** `Person.key` of the client whose story the demo tells. */
export const HERO = 'jordan-avery';
