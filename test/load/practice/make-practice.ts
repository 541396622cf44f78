import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { v7 } from 'uuid';
import type { PracticeSetup } from '#backend/care/practice-setup.ts';
import type { Scope, Store } from '#backend/store/store.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import type { SignIn } from '#test/support/connect.ts';
import { newDirectory, scopeOf } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { databaseFolder } from './folders.ts';
import { type Extent, fillPractice } from './history.ts';
import { loginTo } from './login.ts';

/** A practice and its only clinician. */
export interface LoadedPractice {
  readonly practiceId: PracticeId;
  readonly staffId: StaffId;
}

/** A backend's data directory, at rest, with one practice in it. */
export interface PracticeOnDisk extends LoadedPractice {
  readonly data: string;
  readonly extent: Extent;
  readonly remove: () => void;
}

/** The clinician who has every client in the caseload. */
export const CLINICIAN: SignIn = {
  email: 'ines.kwon@cedar.example',
  password: 'of an invented practice only',
};

/** A practice without clients yet. */
export async function openPractice(setup: PracticeSetup): Promise<LoadedPractice> {
  const practiceId = await setup.createPractice({
    name: 'Cedar Practice',
    timeZone: 'America/Chicago',
  });
  const added = await setup.addStaff(practiceId, {
    displayName: 'Ines Kwon',
    role: 'clinician',
    ...CLINICIAN,
  });
  if (!added.ok) throw new Error(`no clinician: ${added.refusal}`);
  return { practiceId, staffId: added.value };
}

/** A practice without clients yet, whose clinician needs no sign-in. */
export async function emptyPractice(store: Store): Promise<LoadedPractice> {
  const practice = { practiceId: v7() as PracticeId, staffId: v7() as StaffId };
  const { staffId } = practice;
  await store.inPractice(scopeIn(practice), async (care) => {
    await care.practice.create({ name: 'Cedar Practice', timeZone: 'America/Chicago' });
    await care.staff.add({ staffId, displayName: 'Ines Kwon', role: 'clinician', active: true });
  });
  return practice;
}

/** The scope of what the practice's clinician asks for. */
export function scopeIn({ practiceId, staffId }: LoadedPractice): Scope {
  return scopeOf(practiceId, { actor: { kind: 'staff', staffId } });
}

/** Makes a practice of that extent in a directory of its own, with fresh statistics. */
export async function makePractice(extent: Extent): Promise<PracticeOnDisk> {
  const data = newDirectory();
  const backend = await startLocalBackend(data);
  try {
    const practice = await openPractice(backend.setup);
    const superuser = new Client(loginTo(databaseFolder(data), 'superuser'));
    await superuser.connect();
    const now = instantOf(new Date());
    const run = (text: string, values: readonly unknown[]) => superuser.query(text, [...values]);
    await fillPractice(run, { ...practice, now }, extent);
    await superuser.query('vacuum analyze');
    await superuser.query('checkpoint');
    await superuser.end();
    return { ...practice, data, extent, remove: () => removeFolder(data) };
  } finally {
    await backend.stop();
  }
}

function removeFolder(data: string): void {
  rmSync(data, { recursive: true, force: true });
}
