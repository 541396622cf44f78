import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { newDirectory, withSuperuser } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { startPairing } from '#test/support/pairing.ts';
import { aPractice, aStaffMember, call, type SignedIn } from '#test/support/practice.ts';
import { until } from '#test/support/until.ts';

const HOUR = 60 * 60_000;
/** More than go in one statement, twice over. */
const MANY = 1_200;

let backend: TestBackend;
let practiceId: PracticeId;
let dana: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
});
beforeEach(async () => {
  backend.clock.reset();
  dana = await aStaffMember(backend, practiceId);
});
afterAll(() => backend.close());

async function rows(): Promise<{ sessions: number; pairings: number; counters: number }> {
  const [counted] = await backend.database.asSuperuser<{
    sessions: number;
    pairings: number;
    counters: number;
  }>(
    `select (select count(*)::int from directory.session) as sessions,
       (select count(*)::int from directory.device_code) as pairings,
       (select count(*)::int from directory.rate_limit) as counters`,
  );
  if (counted === undefined) throw new Error('no counts');
  return counted;
}

/** Makes sessions that ended an hour ago. */
async function endedSessions(count: number): Promise<void> {
  await backend.database.asSuperuser(
    `insert into directory.session (id, user_id, token_fingerprint, expires_at, created_at, updated_at)
     select gen_random_uuid(), u.id, encode(sha256(gen_random_uuid()::text::bytea), 'hex'),
       now() - interval '1 hour', now(), now()
     from directory."user" u, generate_series(1, $2) where u.staff_id = $1`,
    [dana.staffId, count],
  );
}

/** Runs the upkeep for some rounds. */
async function keepUpFor(rounds: number, between: () => Promise<void> = async () => undefined) {
  const stop = new AbortController();
  let done = 0;
  await backend.keepUp(stop.signal, async () => {
    done += 1;
    if (done === rounds) stop.abort();
    else await between();
  });
}

describe('what has expired', () => {
  it('is removed at once, all of it, and what is alive stays', async () => {
    await endedSessions(MANY);
    const before = await rows();
    await keepUpFor(1);
    expect((await rows()).sessions).toBe(before.sessions - MANY);
    expect((await call(backend, 'session.whoAmI', undefined, dana.token)).status).toBe(200);
    expect(backend.logged()).toContain(`"removed":${MANY},"msg":"expired sign-ins removed"`);
  });

  it('goes with the next round: sessions, pairings and counters alike', async () => {
    await startPairing(backend);
    await keepUpFor(2, async () => {
      expect(await rows()).not.toMatchObject({ pairings: 0 });
      // Longer than anything lasts: places are familiar for thirty days.
      backend.clock.pass(31 * 24 * HOUR);
    });
    expect(await rows()).toEqual({ sessions: 0, pairings: 0, counters: 0 });
  });

  it('waits for the next round when the database is away', async () => {
    await endedSessions(1);
    const { asSuperuser } = backend.database;
    const hide = (from: string, to: string) =>
      asSuperuser(`alter table directory.${from} rename to ${to}`);
    await hide('session', 'hidden');
    await keepUpFor(2, async () => void (await hide('hidden', 'session')));
    expect(backend.logged()).toContain('expired sign-ins not removed');
    const [ended] = await asSuperuser<{ count: number }>(
      'select count(*)::int from directory.session where expires_at < now()',
    );
    expect(ended).toEqual({ count: 0 });
  });

  it('is not touched any more once the signal is aborted', async () => {
    await endedSessions(1);
    const before = await rows();
    await backend.keepUp(AbortSignal.abort(), async () => {
      throw new Error('waits for nothing');
    });
    expect(await rows()).toEqual(before);
  });
});

describe('a backend that starts', () => {
  it('removes what expired while it was not running, and stops without waiting', async () => {
    const directory = newDirectory();
    try {
      const first = await startLocalBackend(directory);
      const superuser = withSuperuser({
        database: first.database,
        directory: join(directory, 'database'),
      });
      await superuser.connect();
      await superuser.query(
        `insert into directory.device_code (id, device_code_fingerprint, user_code_fingerprint, status, expires_at)
         values ($1, repeat('a', 64), repeat('b', 64), 'pending', now() - interval '1 minute')`,
        [v7()],
      );
      await superuser.end();
      await first.stop();

      const second = await startLocalBackend(directory);
      const left = async () =>
        (await second.database.pool.query('select 1 from directory.device_code')).rows.length;
      await until('the expired pairing is gone', async () => (await left()) === 0);
      await second.stop();
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
