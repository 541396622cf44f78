import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aPractice,
  aStaffMember,
  type SignedIn,
  signInFrom,
  submitForm,
} from '#test/support/practice.ts';

const OFFICE = '198.51.100.7';
const HOME = '203.0.113.40';
const ELSEWHERE = '192.0.2.99';
const WRONG = 'not the password at all';

let backend: TestBackend;
let practiceId: PracticeId;
let dana: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
});
beforeEach(async () => {
  await backend.database.asSuperuser('delete from directory.rate_limit');
  dana = await aStaffMember(backend, practiceId);
});
afterAll(() => backend.close());

const guess = ({ email }: Pick<SignedIn, 'email'>, source: string) =>
  signInFrom(backend, { email, password: WRONG }, source);

async function guesses(times: number, source: string, at = dana): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await guess(at, source)).status);
  return statuses;
}

/** Lets a limit be used up, as by many more tries than a test can make. */
async function useUp(limit: string): Promise<void> {
  const rows = await backend.database.asSuperuser(
    `update directory.rate_limit set points = 1000 where key like $1 returning key`,
    [`${limit}:%`],
  );
  expect(rows).not.toEqual([]);
}

const decide = (source: string) =>
  submitForm(
    backend,
    '/connect',
    { user_code: 'BCDF-GHJK', decision: 'approve' },
    { cookie: dana.cookie, 'x-forwarded-for': source },
  );

async function statusFrom(source: string): Promise<number> {
  return (await signInFrom(backend, dana, source)).status;
}

describe('guessing at one account', () => {
  it('pauses after ten tries, also for the right password, and says until when', async () => {
    expect(await guesses(11, OFFICE)).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    const paused = await signInFrom(backend, dana, OFFICE);
    expect(paused.status).toBe(429);
    const seconds = Number(paused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    const page = await paused.text();
    expect(page).toContain('The pause ends by itself: try again in 15 minutes.');
    expect(page).toContain(dana.email);
  });

  it('does not pause the same account anywhere else', async () => {
    await guesses(11, ELSEWHERE);
    expect(await statusFrom(OFFICE)).toBe(303);
  });

  it('counts an address as one, however it is typed', async () => {
    await guesses(5, OFFICE);
    await guesses(5, OFFICE, { ...dana, email: ` ${dana.email.toUpperCase()} ` });
    expect(await statusFrom(OFFICE)).toBe(429);
  });

  it('ends by itself: tries during the pause do not prolong it', async () => {
    await guesses(11, OFFICE);
    const ends = () =>
      backend.database.asSuperuser(
        `select expire from directory.rate_limit where key like 'signInFromSource:%'`,
      );
    const before = await ends();
    await guesses(3, OFFICE);
    expect(await ends()).toEqual(before);
    await backend.database.asSuperuser('update directory.rate_limit set expire = 1');
    expect(await statusFrom(OFFICE)).toBe(303);
  });

  it('from everywhere at once pauses new places, never those where the owner is used to be', async () => {
    expect(await statusFrom(HOME)).toBe(303);
    await guess(dana, ELSEWHERE);
    await useUp('signInToAccount');
    expect(await statusFrom(OFFICE)).toBe(429);
    expect(await statusFrom(HOME)).toBe(303);
    expect(await statusFrom(HOME)).toBe(303);
  });

  it('is not what signing in is: whoever knows the password is not counted', async () => {
    for (let time = 0; time < 12; time += 1) expect(await statusFrom(OFFICE)).toBe(303);
  });
});

describe('guessing at everybody from one address', () => {
  it('pauses that address for all accounts but those that are used to sign in there', async () => {
    const lee = await aStaffMember(backend, practiceId);
    expect(await statusFrom(OFFICE)).toBe(303);
    await guess({ email: 'nobody@elm-street.example' }, OFFICE);
    await useUp('signInBySource');
    expect((await guess({ email: 'other@elm-street.example' }, OFFICE)).status).toBe(429);
    expect((await signInFrom(backend, lee, OFFICE)).status).toBe(429);
    expect((await signInFrom(backend, lee, HOME)).status).toBe(303);
    expect(await statusFrom(OFFICE)).toBe(303);
  });

  it('is counted by what our proxy saw, not by what the caller claims', async () => {
    for (let time = 0; time < 10; time += 1) await guess(dana, `10.9.8.${time}, ${ELSEWHERE}`);
    expect(await statusFrom(ELSEWHERE)).toBe(429);
  });
});

describe('how long a refusal takes', () => {
  it('does not tell whether the address has an account', async () => {
    for (const at of [dana, { email: 'nobody@elm-street.example' }]) {
      const from = performance.now();
      await guess(at, OFFICE);
      expect(performance.now() - from).toBeGreaterThan(395);
    }
  });
});

describe('guessing at codes of pairings', () => {
  it('pauses the account after twenty, and says until when', async () => {
    for (let time = 0; time < 20; time += 1) expect((await decide(OFFICE)).status).toBe(404);
    const paused = await decide(OFFICE);
    expect(paused.status).toBe(429);
    expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(9 * 60);
    expect(await paused.text()).toContain('try again in 10 minutes.');
  });

  it('pauses the address as well', async () => {
    await decide(OFFICE);
    await useUp('decideBySource');
    expect((await decide(OFFICE)).status).toBe(429);
    expect((await decide(HOME)).status).toBe(404);
  });
});
