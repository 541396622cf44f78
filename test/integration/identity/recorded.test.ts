import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { giveBack } from '#extension/local/give-back.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';
import {
  EXTENSION,
  PUBLIC_URL,
  startTestBackend,
  type TestBackend,
} from '#test/support/backend.ts';
import { fakeFetch } from '#test/support/fake-fetch.ts';
import { askForToken, startPairing } from '#test/support/pairing.ts';
import {
  aPractice,
  aStaffMember,
  type SignedIn,
  signInFrom,
  submitForm,
} from '#test/support/practice.ts';

const OFFICE = '198.51.100.7';
const WRONG = 'not the password at all';

let backend: TestBackend;
let practiceId: PracticeId;
let dana: SignedIn;
/** Where the log stood when the story began: what came before is somebody else's. */
let begun: number;

interface Recorded {
  readonly practice_id: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly action: string;
  readonly subject: unknown;
}

beforeAll(async () => {
  backend = await startTestBackend();
  practiceId = await aPractice(backend);
});
beforeEach(async () => {
  await backend.database.asSuperuser('delete from directory.rate_limit');
  dana = await aStaffMember(backend, practiceId);
  begun = (await everything()).length;
});
afterAll(() => backend.close());

async function everything(): Promise<readonly Recorded[]> {
  return backend.database.asSuperuser<Recorded & { event_id: string }>(
    'select * from care.audit_event order by event_id',
  );
}

/** What was recorded since the story began, in order. */
async function recorded(): Promise<readonly Recorded[]> {
  return (await everything()).slice(begun);
}

const byDana = (action: string, subject: unknown = {}) => ({
  practice_id: practiceId,
  actor_kind: 'staff',
  actor_id: dana.staffId,
  action,
  subject,
});

const byNobody = (because: string) => ({
  practice_id: practiceId,
  actor_kind: 'system',
  actor_id: 'identity',
  action: 'session.refused',
  subject: { staffId: dana.staffId, because },
});

const guess = (email = dana.email) => signInFrom(backend, { email, password: WRONG }, OFFICE);

const decide = (userCode: string, decision: string) =>
  submitForm(
    backend,
    '/connect',
    { user_code: userCode, decision },
    { cookie: dana.cookie, 'x-forwarded-for': OFFICE },
  );

describe('the audit log of a practice', () => {
  it('tells who signed in and who signed out', async () => {
    await signInFrom(backend, dana, OFFICE);
    await submitForm(backend, '/sign-out', {}, { cookie: dana.cookie });
    expect(await recorded()).toMatchObject([byDana('session.started'), byDana('session.ended')]);
  });

  it('tells a wrong password at an account, and nothing that was typed', async () => {
    await guess(dana.email.toUpperCase());
    const rows = await recorded();
    expect(rows).toMatchObject([byNobody('wrongPassword')]);
    const text = JSON.stringify(rows).toLowerCase();
    expect(text).not.toContain(WRONG);
    expect(text).not.toContain(dana.email);
    expect(text).not.toContain(OFFICE);
  });

  it('tells a pause once, however many tries run into it', async () => {
    for (let time = 0; time < 14; time += 1) await guess();
    const because = (await recorded()).map(({ subject }) => subject);
    expect(because).toEqual([
      ...Array.from({ length: 10 }, () => byNobody('wrongPassword').subject),
      byNobody('tooManyTries').subject,
    ]);
  });

  it('tells the right password of somebody who was switched off', async () => {
    await backend.setup.switchOffStaff(practiceId, dana.staffId);
    begun = (await everything()).length;
    expect((await signInFrom(backend, dana, OFFICE)).status).toBe(401);
    expect(await recorded()).toMatchObject([byNobody('notActive')]);
  });

  it('tells a pairing from approval to token, and the end of its session', async () => {
    const { user_code, device_code } = await startPairing(backend);
    await decide(user_code, 'approve');
    const { access_token } = (await (await askForToken(backend, device_code)).json()) as {
      access_token: string;
    };
    const fromBrowser = fakeFetch((request) => {
      request.headers.set('origin', EXTENSION);
      return backend.app.request(request);
    });
    await giveBack(
      { fetch: fromBrowser, timeoutMs: 10_000 },
      { backend: PUBLIC_URL.origin, token: access_token },
    );
    expect(await recorded()).toMatchObject([
      byDana('extension.approved'),
      byDana('extension.paired'),
      byDana('session.ended'),
    ]);
  });

  it('tells a pairing that was denied, and a code that was not open', async () => {
    const { user_code } = await startPairing(backend);
    await decide(user_code, 'deny');
    await decide(user_code, 'approve');
    const rows = await recorded();
    expect(rows).toMatchObject([
      byDana('extension.denied'),
      byDana('extension.refused', { because: 'notOpen' }),
    ]);
    expect(JSON.stringify(rows)).not.toContain(user_code);
  });

  it('tells guesses at codes that ran into a pause, once', async () => {
    for (let time = 0; time < 22; time += 1) await decide('BCDF-GHJK', 'approve');
    const subjects = (await recorded()).map(({ subject }) => subject);
    expect(subjects.slice(19)).toEqual([{ because: 'notOpen' }, { because: 'tooManyTries' }]);
  });

  it('tells that an approved pairing got no token, because its owner was switched off', async () => {
    const { user_code, device_code } = await startPairing(backend);
    await decide(user_code, 'approve');
    await backend.setup.switchOffStaff(practiceId, dana.staffId);
    begun = (await everything()).length;
    expect(await (await askForToken(backend, device_code)).json()).toEqual({
      error: 'access_denied',
    });
    expect(await recorded()).toMatchObject([byDana('extension.refused', { because: 'notActive' })]);
  });
});

describe('a sign-in at an address that nobody has', () => {
  it('is in no practice’s log, and a mere number in the server’s', async () => {
    const stop = new AbortController();
    const before = backend.logged().length;
    for (const name of ['one', 'two', 'three']) await guess(`${name}@elm-street.example`);
    expect(await recorded()).toEqual([]);
    await backend.keepUp(stop.signal, async () => stop.abort());
    const logged = backend.logged().slice(before);
    expect(logged).toContain('"tries":3,"msg":"sign-in refused: no such address"');
    expect(logged).not.toContain('@');
    expect(logged).not.toContain(OFFICE);
  });
});
