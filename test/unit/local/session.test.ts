import { describe, expect, it } from 'vitest';
import { type BearerToken, createSession } from '#extension/local/session.ts';
import { createSignedInPerson } from '#extension/local/signed-in.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { StaffId } from '#shared/contracts/ids.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { CLINICIAN } from '#test/support/panel-scene.ts';

const BACKEND = 'https://throughline.practice.example';
const START = '2026-11-21T00:58:00.000Z';

const aToken = (token: string): BearerToken => ({
  token,
  backend: BACKEND,
  expiresAt: instantOf(new Date('2026-11-21T01:58:00.000Z')),
});

/** A session, and the tokens that it gave back. */
function aSession(area = memoryStorage(), clock = stillClock(START)) {
  const givenBack: string[] = [];
  const giveBack = ({ token }: BearerToken) => void givenBack.push(token);
  return { session: createSession({ area, now: clock.now, giveBack }), givenBack };
}

describe('a session', () => {
  const token = aToken('bearer-secret');

  it('gives its token to the backend that issued it and to no other', async () => {
    const { session } = aSession();
    await session.start(token);
    expect(await session.tokenFor(BACKEND)).toBe('bearer-secret');
    expect(await session.tokenFor('https://evil.example')).toBeNull();
  });

  it('is over when its time is', async () => {
    const clock = stillClock(START);
    const area = memoryStorage();
    const { session, givenBack } = aSession(area, clock);
    await session.start(token);
    expect(await session.endIfExpired()).toBe(false);
    clock.advance(3600);
    expect(await session.tokenFor(BACKEND)).toBeNull();
    expect(await session.endIfExpired()).toBe(true);
    expect(area.all()).toEqual({});
    await session.end();
    expect(givenBack).toEqual([]);
  });

  it('is given back when a person ends it, or begins another one', async () => {
    const { session, givenBack } = aSession();
    await session.start(token);
    await session.start(token);
    expect(givenBack).toEqual([]);
    await session.start(aToken('next-secret'));
    expect(givenBack).toEqual(['bearer-secret']);
    await session.end();
    expect(givenBack).toEqual(['bearer-secret', 'next-secret']);
    expect(await session.tokenFor(BACKEND)).toBeNull();
  });

  it('is ended by its own token only', async () => {
    const { session } = aSession();
    await session.start(token);
    expect(await session.endIfOf('former-secret')).toBe(false);
    expect(await session.tokenFor(BACKEND)).toBe('bearer-secret');
    expect(await session.endIfOf('bearer-secret')).toBe(true);
    expect(await session.tokenFor(BACKEND)).toBeNull();
  });

  it('is nobody else’s by a late word about the one before', async () => {
    const { session } = aSession();
    await session.start(token);
    await session.start(aToken('next-secret'));
    expect(await session.identify('bearer-secret', STAFF)).toBe(false);
    expect(await session.heldFor(BACKEND)).toEqual(aToken('next-secret'));
  });
});

const STAFF = StaffId.parse(inventedId(300));

/** A browser whose server says who is signed in. */
function scene() {
  const { session } = aSession();
  const server = { reachable: true, asked: [] as string[], before: async () => undefined };
  const person = createSignedInPerson({
    backend: async () => ok(BACKEND),
    session,
    rpcAs: ({ token }) =>
      (async () => {
        server.asked.push(token);
        await server.before();
        const failure = { reason: 'unreachable', message: '' } as const;
        return server.reachable ? ok(CLINICIAN) : refuse(failure);
      }) as never,
  });
  return { session, server, person };
}

describe('who is signed in', () => {
  it('is asked once, and then known while the server can’t be reached', async () => {
    const { session, server, person } = scene();
    await session.start(aToken('bearer-secret'));
    expect(await person.ask()).toEqual(ok(CLINICIAN));
    server.reachable = false;
    expect(await person.now()).toEqual(
      ok({ backend: BACKEND, token: 'bearer-secret', staffId: CLINICIAN.staffId }),
    );
    expect(server.asked).toHaveLength(1);
    expect(await person.ask()).toMatchObject({ refusal: { reason: 'unreachable' } });
  });

  it('is nobody while nobody can tell', async () => {
    const { session, server, person } = scene();
    expect(await person.now()).toMatchObject({ refusal: { reason: 'signedOut' } });
    await session.start(aToken('bearer-secret'));
    server.reachable = false;
    expect(await person.now()).toMatchObject({ refusal: { reason: 'unreachable' } });
  });

  it('is not who was asked about when somebody else signed in meanwhile', async () => {
    const { session, server, person } = scene();
    await session.start(aToken('bearer-secret'));
    server.before = () => session.start(aToken('next-secret')).then(() => undefined);
    expect(await person.now()).toMatchObject({ refusal: { reason: 'signedOut' } });
    expect((await session.heldFor(BACKEND))?.staffId).toBeUndefined();
  });
});
