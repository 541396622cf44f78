import { describe, expect, it, vi } from 'vitest';
import { createRpc } from '#extension/local/rpc.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import { BriefQuery } from '#shared/contracts/procedures.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { fakeFetch } from '#test/support/fake-fetch.ts';
import { CLINICIAN } from '#test/support/panel-scene.ts';

const BACKEND = 'https://throughline.practice.example';
const QUERY = BriefQuery.parse({
  ehr: 'simplepractice',
  subject: { recordId: 'abc123', name: 'Jordan Avery', birthDate: '1991-03-14' },
});

interface Scene {
  readonly fetch: typeof globalThis.fetch;
  readonly token?: string | null;
  readonly timeoutMs?: number;
}

function rpcWith({ fetch, token = 'bearer-secret', timeoutMs = 1000 }: Scene) {
  const ended: true[] = [];
  const rpc = createRpc({
    backend: async () => ok(BACKEND),
    token: async () => token,
    fetch,
    timeoutMs,
    async onSignedOut() {
      ended.push(true);
    },
  });
  return { rpc, ended };
}

const answering =
  (body: unknown, status = 200) =>
  async () =>
    Response.json(body, { status });

const refusing = (status: number, refusal: string) =>
  answering(
    {
      error: {
        code: -32000,
        message: 'the server’s own words',
        data: { httpStatus: status, refusal },
      },
    },
    status,
  );

const unasked: typeof globalThis.fetch = () => Promise.reject(new Error('must not be called'));

/** Answers only by giving up when the caller does. */
const silent: typeof globalThis.fetch = (_url, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

describe('a call to the backend', () => {
  it('is one POST with the token in a header and nothing of the client in the address', async () => {
    const sent: Request[] = [];
    const brief = inventedFacts({ lines: [] });
    const { rpc } = rpcWith({
      fetch: fakeFetch((request) => {
        sent.push(request);
        return Response.json({ result: { data: { verdict: 'certain', brief } } });
      }),
    });
    expect(await rpc('brief.ofRecord', QUERY)).toEqual(ok({ verdict: 'certain', brief }));
    expect(sent).toHaveLength(1);
    const [request] = sent;
    expect(request).toMatchObject({
      url: `${BACKEND}/rpc/brief.ofRecord`,
      method: 'POST',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    });
    expect(request?.headers.get('authorization')).toBe('Bearer bearer-secret');
    expect(await request?.text()).toContain('Jordan Avery');
  });

  it('is not made when nobody is signed in or no server is set', async () => {
    const signedOut = rpcWith({ fetch: unasked, token: null });
    expect(await signedOut.rpc('session.whoAmI', undefined)).toMatchObject({
      refusal: { reason: 'signedOut' },
    });
    const failure = { reason: 'notConfigured', message: 'No server.' } as const;
    const rpc = createRpc({
      backend: async () => refuse(failure),
      token: async () => 'bearer-secret',
      fetch: unasked,
      timeoutMs: 1000,
      onSignedOut: async () => undefined,
    });
    expect(await rpc('session.whoAmI', undefined)).toEqual(refuse(failure));
  });

  it.each([
    [401, 'signedOut', 'signedOut', ERRORS.signedOut.message],
    [403, 'notAllowed', 'refused', ERRORS.notAllowed.message],
    [404, 'notFound', 'refused', ERRORS.notFound.message],
    [409, 'identityDisagrees', 'refused', ERRORS.identityDisagrees.message],
    [503, 'busy', 'slow', ERRORS.busy.message],
    [429, 'tooMany', 'slow', ERRORS.tooMany.message],
  ])('%i %s is "%s" in our own words', async (status, refusal, reason, message) => {
    const { rpc } = rpcWith({ fetch: refusing(status, refusal) });
    const words = { reason, message };
    // Who is signed out is told so whatever the server's code is.
    const expected = status === 401 ? words : { ...words, code: refusal };
    expect(await rpc('session.whoAmI', undefined)).toEqual(refuse(expected));
  });

  it('never shows the server’s words', async () => {
    for (const status of [400, 404, 500]) {
      const { rpc } = rpcWith({ fetch: refusing(status, 'toString') });
      const reply = await rpc('session.whoAmI', undefined);
      expect(reply.ok).toBe(false);
      expect(JSON.stringify(reply)).not.toContain('own words');
    }
  });

  it('ends the session when the server no longer knows it', async () => {
    const { rpc, ended } = rpcWith({ fetch: refusing(401, 'signedOut') });
    await rpc('session.whoAmI', undefined);
    expect(ended).toHaveLength(1);
  });

  it.each([
    ['signed out', null],
    ['signed in again', 'another-secret'],
  ])('brings nothing into a session that was not the one that asked: %s', async (_what, next) => {
    let token: string | null = 'bearer-secret';
    const rpc = createRpc({
      backend: async () => ok(BACKEND),
      token: async () => token,
      async fetch() {
        token = next;
        return Response.json({ result: { data: CLINICIAN } });
      },
      timeoutMs: 1000,
      onSignedOut: async () => undefined,
    });
    expect(await rpc('session.whoAmI', undefined)).toMatchObject({
      refusal: { reason: 'signedOut' },
    });
  });

  it('does not end another session than the one that the server no longer knows', async () => {
    let token = 'bearer-secret';
    const ended: string[] = [];
    const rpc = createRpc({
      backend: async () => ok(BACKEND),
      token: async () => token,
      async fetch() {
        token = 'another-secret';
        return refusing(401, 'signedOut')();
      },
      timeoutMs: 1000,
      onSignedOut: async (whose) => void ended.push(whose),
    });
    await rpc('session.whoAmI', undefined);
    expect(ended).toEqual([]);
  });

  it('says that a server can’t be reached', async () => {
    const { rpc } = rpcWith({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect(await rpc('session.whoAmI', undefined)).toMatchObject({
      refusal: { reason: 'unreachable' },
    });
  });

  it('gives up on a slow one', async () => {
    const { rpc } = rpcWith({ fetch: silent, timeoutMs: 5 });
    expect(await rpc('session.whoAmI', undefined)).toMatchObject({ refusal: { reason: 'slow' } });
  });

  it('waits less for what a brief waits for', async () => {
    const patience = vi.spyOn(AbortSignal, 'timeout');
    const { rpc } = rpcWith({ fetch: answering({ result: { data: null } }), timeoutMs: 8000 });
    await rpc('brief.earlierScores', { clientId: inventedFacts({ lines: [] }).client.clientId });
    await rpc('session.whoAmI', undefined);
    expect(patience.mock.calls).toEqual([[1500], [8000]]);
  });

  it.each([
    ['no object', 'hello'],
    ['another verdict', { verdict: 'sure' }],
    ['a certain verdict without a brief', { verdict: 'certain' }],
    ['a brief with a score of another type', { verdict: 'certain', brief: { responses: [{}] } }],
  ])('believes no %s', async (_what, data) => {
    const { rpc } = rpcWith({ fetch: answering({ result: { data } }) });
    expect(await rpc('brief.ofRecord', QUERY)).toMatchObject({ refusal: { reason: 'refused' } });
  });

  it('believes no page in place of an answer', async () => {
    const { rpc } = rpcWith({ fetch: async () => new Response('<html>A proxy’s page</html>') });
    expect((await rpc('session.whoAmI', undefined)).ok).toBe(false);
  });
});
