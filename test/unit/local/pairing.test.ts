import { describe, expect, it } from 'vitest';
import { createPairingFlow } from '#extension/local/pairing/pairing.ts';
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
  const session = createSession({ area, now: clock.now, giveBack: () => undefined });
  const sent: Request[] = [];
  const opened: string[] = [];
  const waiting = [...replies];
  /** A worker that was just started. */
  const start = () =>
    createPairingFlow({
      area,
      backend: async () => ok(BACKEND),
      onApproved: session.start,
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
  return { flow: start(), start, clock, session, sent, opened, area };
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

  it('goes on with the same code after the page was reloaded and the worker died', async () => {
    const token = { access_token: 'bearer-secret', token_type: 'Bearer', expires_in: 3600 };
    const { flow, start, clock, session, sent, opened } = pairing([CODE, token]);
    const begun = await flow.start();
    const awake = start();
    expect(begun).toEqual(ok(await awake.underWay()));
    expect(await awake.start()).toEqual(begun);
    expect(sent).toHaveLength(1);
    expect(opened).toEqual([CODE.verification_uri_complete, CODE.verification_uri_complete]);
    clock.advance(5);
    expect(await awake.poll()).toEqual(ok('approved'));
    expect(await session.tokenFor(BACKEND)).toBe('bearer-secret');
    expect(await awake.underWay()).toBeNull();
  });

  it('asks for a new code once the former has run out', async () => {
    const second = { ...CODE, device_code: 'second', user_code: 'QRST9034' };
    const { flow, clock } = pairing([CODE, second]);
    await flow.start();
    clock.advance(600);
    expect(await flow.underWay()).toBeNull();
    expect(await flow.start()).toMatchObject({ value: { userCode: 'QRST9034' } });
  });

  it('asks once for all who ask at once', async () => {
    const token = { access_token: 'bearer-secret', token_type: 'Bearer', expires_in: 3600 };
    const { flow, clock, sent } = pairing([CODE, token, { error: 'invalid_grant' }]);
    await flow.start();
    clock.advance(5);
    expect(await Promise.all([flow.poll(), flow.poll()])).toEqual([ok('approved'), ok('approved')]);
    expect(sent).toHaveLength(2);
  });

  it('signs nobody in by an approval that comes after it was called off', async () => {
    const token = { access_token: 'bearer-secret', token_type: 'Bearer', expires_in: 3600 };
    const { flow, clock, session } = pairing([CODE, token]);
    await flow.start();
    clock.advance(5);
    const polled = flow.poll();
    await flow.cancel();
    expect(await polled).toEqual(ok('none'));
    expect(await session.tokenFor(BACKEND)).toBeNull();
  });
});
