import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { createFingerprint } from '#backend/identity/fingerprint.ts';
import type { Store } from '#backend/store/store.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { newDirectory, scopeOf } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { databaseFolder } from '../practice/folders.ts';
import { loginTo } from '../practice/login.ts';

/** A clinician with one client, signed in. */
export interface Listener {
  readonly practiceId: PracticeId;
  readonly staffId: StaffId;
  readonly clientId: ClientId;
  readonly token: string;
}

/** How many practices, and clinicians of each. */
export interface Extent {
  readonly practices: number;
  readonly clinicians: number;
}

/** A backend's data directory, at rest, with practices of that extent. */
export async function makeListeners({
  practices,
  clinicians,
}: Extent): Promise<{ readonly data: string; readonly listeners: readonly Listener[] }> {
  const data = newDirectory();
  const backend = await startLocalBackend(data);
  try {
    const listeners: Listener[] = [];
    for (let count = 0; count < practices; count += 1) {
      const practiceId = await backend.setup.createPractice({
        name: `Practice ${count}`,
        timeZone: 'America/Chicago',
      });
      listeners.push(...(await fill(backend.care.store, practiceId, clinicians)));
    }
    await signIn(data, listeners);
    return { data, listeners };
  } finally {
    await backend.stop();
  }
}

async function fill(
  store: Store,
  practiceId: PracticeId,
  clinicians: number,
): Promise<readonly Listener[]> {
  const listeners = Array.from({ length: clinicians }, () => ({
    practiceId,
    staffId: v7() as StaffId,
    clientId: v7() as ClientId,
    token: randomBytes(24).toString('base64url'),
  }));
  await store.inPractice(scopeOf(practiceId), async (care) => {
    for (const { staffId, clientId } of listeners) {
      await care.staff.add({ staffId, displayName: 'Ines Kwon', role: 'clinician', active: true });
      await care.clients.add({
        clientId,
        displayName: 'Rosalind Achterberg',
        otherNames: [],
        birthDate: '1988-04-12' as CalendarDate,
        inCareSince: '2026-03-02' as CalendarDate,
      });
      await care.caseload.assign(staffId, clientId);
    }
  });
  return listeners;
}

/** Sessions as a sign-in leaves them, without 2,000 passwords to be hashed. */
async function signIn(data: string, listeners: readonly Listener[]): Promise<void> {
  const fingerprint = createFingerprint(readFileSync(join(data, 'session-secret'), 'utf8').trim());
  const superuser = new Client(loginTo(databaseFolder(data), 'superuser'));
  await superuser.connect();
  try {
    await superuser.query(
      `insert into directory."user" (id, name, email, email_verified, created_at, updated_at,
         practice_id, staff_id)
       select staff_id::text, 'Ines Kwon', staff_id || '@cedar.example', true, now(), now(),
         practice_id, staff_id
       from unnest($1::uuid[], $2::uuid[]) as listener (practice_id, staff_id)`,
      [listeners.map(({ practiceId }) => practiceId), listeners.map(({ staffId }) => staffId)],
    );
    await superuser.query(
      `insert into directory.session (id, user_id, token_fingerprint, expires_at, created_at,
         updated_at)
       select gen_random_uuid()::text, user_id, token, now() + interval '1 day', now(), now()
       from unnest($1::text[], $2::text[]) as listener (user_id, token)`,
      [
        listeners.map(({ staffId }) => staffId),
        listeners.map(({ token }) => fingerprint('session.token', token)),
      ],
    );
    await superuser.query('analyze');
  } finally {
    await superuser.end();
  }
}
