import { describe, expect, it } from 'vitest';
import { createPairingFlow } from '#extension/local/pairing.ts';
import { createSession } from '#extension/local/session.ts';
import { ok } from '#shared/contracts/result.ts';
import { stillClock } from '#test/support/clock.ts';
import { fakeFetch } from '#test/support/fake-fetch.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

const BACKEND = 'https://throughline.practice.example';
const START = '2026-11-21T00:58:00.000Z';

const CODE = {
  device_code: 'device-secret',
  user_code: 'WXKJ4821',
  verification_uri: `${BACKEND}/device`,
  verification_uri_complete: `${BACKEND}/device?user_code=WXKJ4821`,
  expires_in: 600,
  interval: 5,
};

function pairing(replies: readonly unknown[]) {
  const clock = stillClock(START);
  const area = memoryStorage();
  const session = createSession(area, clock.now);
  const sent: Request[] = [];
  const opened: string[] = [];
  const waiting = [...replies];
  const flow = createPairingFlow({
    area,
    session,
    backend: async () => ok(BACKEND),
    fetch: fakeFetch((request) => {
      sent.push(request);
      const reply = waiting.shift();
      if (reply instanceof Error) throw reply;
      return Response.json(reply, { status: 400 });
    }),
    now: clock.now,
    openTab: async (url) => opened.push(url),
    timeoutMs: 1000,
  });
  return { flow, clock, session, sent, opened, area };
}

describe('pairing', () => {
  it('opens the backend’s page and keeps the token in session storage when approved', async () => {
    const pending = { error: 'authorization_pending', error_description: 'not yet' };
    const token = { access_token: 'bearer-secret', token_type: 'Bearer', expires_in: 3600 };
    const { flow, clock, session, sent, opened } = pairing([CODE, pending, token]);

    expect(await flow.start()).toEqual({
      ok: true,
      value: {
        userCode: 'WXKJ4821',
        verificationUrl: CODE.verification_uri_complete,
        expiresAt: '2026-11-21T01:08:00.000Z',
      },
    });
    expect(opened).toEqual([CODE.verification_uri_complete]);
    clock.advance(5);
    expect(await flow.poll()).toEqual(ok('pending'));
    clock.advance(5);
    expect(await flow.poll()).toEqual(ok('approved'));
    expect(await session.tokenFor(BACKEND)).toBe('bearer-secret');
    expect(await flow.poll()).toEqual(ok('none'));
    expect(sent.map(({ url }) => url)).toEqual([
      `${BACKEND}/api/auth/device/code`,
      `${BACKEND}/api/auth/device/token`,
      `${BACKEND}/api/auth/device/token`,
    ]);
    expect(sent.every(({ credentials }) => credentials === 'omit')).toBe(true);
  });

  it('keeps to the server’s interval, and to a slower one when told so', async () => {
    const { flow, clock, sent } = pairing([CODE, { error: 'slow_down' }, CODE]);
    await flow.start();
    expect(await flow.poll()).toEqual(ok('pending'));
    clock.advance(5);
    await flow.poll();
    clock.advance(5);
    expect(await flow.poll()).toEqual(ok('pending'));
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['access_denied', 'denied'],
    ['expired_token', 'expired'],
    ['invalid_grant', 'expired'],
  ])('ends on %s', async (error, state) => {
    const { flow, clock, session } = pairing([CODE, { error }]);
    await flow.start();
    clock.advance(5);
    expect(await flow.poll()).toEqual(ok(state));
    expect(await session.tokenFor(BACKEND)).toBeNull();
  });

  it('ends by itself when the code has run out', async () => {
    const { flow, clock } = pairing([CODE]);
    await flow.start();
    clock.advance(601);
    expect(await flow.poll()).toEqual(ok('expired'));
  });

  it('opens no page but the backend’s own', async () => {
    const elsewhere = { ...CODE, verification_uri_complete: 'https://evil.example/device' };
    const { flow, opened, area } = pairing([elsewhere]);
    expect(await flow.start()).toMatchObject({ ok: false, refusal: { reason: 'refused' } });
    expect(opened).toEqual([]);
    expect(area.all()).toEqual({});
  });

  it.each([
    [new TypeError('Failed to fetch'), 'unreachable'],
    [{ odd: true }, 'refused'],
    [{ ...CODE, user_code: '<b>' }, 'refused'],
  ])('does not begin on an odd answer', async (reply, reason) => {
    const { flow } = pairing([reply]);
    expect(await flow.start()).toMatchObject({ ok: false, refusal: { reason } });
  });
});

describe('a session', () => {
  const token = {
    token: 'bearer-secret',
    backend: BACKEND,
    expiresAt: '2026-11-21T01:58:00.000Z' as never,
  };

  it('gives its token to the backend that issued it and to no other', async () => {
    const session = createSession(memoryStorage(), stillClock(START).now);
    await session.start(token);
    expect(await session.tokenFor(BACKEND)).toBe('bearer-secret');
    expect(await session.tokenFor('https://evil.example')).toBeNull();
  });

  it('is over when its time is', async () => {
    const clock = stillClock(START);
    const area = memoryStorage();
    const session = createSession(area, clock.now);
    await session.start(token);
    expect(await session.endIfExpired()).toBe(false);
    clock.advance(3600);
    expect(await session.tokenFor(BACKEND)).toBeNull();
    expect(await session.endIfExpired()).toBe(true);
    expect(area.all()).toEqual({});
  });
});
