import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { collectToken, startPairing } from '#test/support/pairing.ts';
import {
  aPractice,
  aStaffMember,
  call,
  type SignedIn,
  signInFrom,
  submitForm,
} from '#test/support/practice.ts';

let backend: TestBackend;
let clinician: SignedIn;
/** Everything that opens something, by what it is. */
let secrets: Readonly<Record<string, string>>;
/** Every row of every table that the application can read, as text. */
let stored: string;

const HOME = '198.51.100.20';

beforeAll(async () => {
  backend = await startTestBackend();
  clinician = await aStaffMember(backend, await aPractice(backend));
  const collected = await startPairing(backend);
  const approval = { user_code: collected.user_code, decision: 'approve' };
  await submitForm(backend, '/connect', approval, { cookie: clinician.cookie });
  const { access_token } = await collectToken(backend, collected.device_code);
  const open = await startPairing(backend);
  await signInFrom(backend, clinician, HOME);
  secrets = {
    cookie: clinician.token,
    token: access_token,
    deviceCode: open.device_code,
    userCode: open.user_code,
    usedDeviceCode: collected.device_code,
    usedUserCode: collected.user_code,
    password: clinician.password,
  };
  stored = await everyRow();
});
afterAll(() => backend.close());

async function everyRow(): Promise<string> {
  const { asSuperuser } = backend.database;
  const tables = await asSuperuser<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('directory', 'care', 'fleet')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await asSuperuser<{ row: string }>(`select t::text as row from ${name} t`);
    rows.push(...found.map(({ row }) => row));
  }
  return rows.join('\n');
}

async function statusWith(token: string): Promise<number> {
  return (await call(backend, 'session.whoAmI', undefined, token)).status;
}

describe('a stolen copy of the database', () => {
  it('was taken while sessions and a pairing were open', async () => {
    expect(await statusWith(clinician.token)).toBe(200);
    expect(await statusWith(secrets['token'] ?? '')).toBe(200);
    expect(stored).toContain(clinician.email);
    expect(stored).toContain('pending');
  });

  it('holds nothing that opens anything, in clear', () => {
    for (const [what, secret] of Object.entries(secrets)) {
      expect(secret.length, what).toBeGreaterThan(8);
      expect(stored.includes(secret), what).toBe(false);
      expect(stored.includes(secret.replace('-', '')), what).toBe(false);
    }
  });

  it('holds no hash that could be found by trying without the key', () => {
    for (const text of [...Object.values(secrets), clinician.email, HOME]) {
      const digest = createHash('sha256').update(text).digest();
      expect(stored).not.toContain(digest.toString('hex'));
      expect(stored).not.toContain(digest.toString('base64url'));
    }
  });

  it('opens nothing with what it does hold', async () => {
    const held = await backend.database.asSuperuser<{ fingerprint: string }>(
      'select token_fingerprint as fingerprint from directory.session',
    );
    expect(held).toHaveLength(3);
    for (const { fingerprint } of held) expect(await statusWith(fingerprint)).toBe(401);
  });

  it('could not be made to hold a token in clear, even by mistake', async () => {
    const store = backend.database.asSuperuser(
      'update directory.session set token_fingerprint = $1',
      [clinician.token],
    );
    await expect(store).rejects.toMatchObject({ constraint: 'token_fingerprint_is_one' });
  });
});
