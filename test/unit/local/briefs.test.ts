import { describe, expect, it } from 'vitest';
import { createBriefs } from '#extension/local/briefs.ts';
import type { BriefCache, KeptAnswer } from '#extension/local/cache.ts';
import { type Failure, failure } from '#extension/local/failure.ts';
import type { Rpc } from '#extension/local/rpc.ts';
import { subjectKey } from '#extension/local/subject-key.ts';
import type { Unavailable } from '#extension/messages/worker.ts';
import { BriefQuery, type BriefReply } from '#shared/contracts/procedures.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';

const QUERY = BriefQuery.parse({
  ehr: 'simplepractice',
  subject: { recordId: 'abc123', name: 'Jordan Avery', birthDate: '1991-03-14' },
});
const CERTAIN: BriefReply = { verdict: 'certain', brief: inventedFacts({ lines: [] }) };

function memoryCache(): BriefCache {
  const kept = new Map<string, KeptAnswer>();
  return {
    read: async (query) => kept.get(subjectKey(query)) ?? null,
    writer: () => async (answer) => {
      kept.set(subjectKey(answer.query), answer);
    },
    async drop(query) {
      kept.delete(subjectKey(query));
    },
    prune: async () => undefined,
    clear: async () => kept.clear(),
  };
}

/** Answers each question with the next of the replies; the last one again and again. */
function scene(...replies: readonly (BriefReply | Unavailable)[]) {
  const clock = stillClock('2026-11-21T00:58:00.000Z');
  const asked: unknown[] = [];
  const waiting = [...replies];
  const rpc = (async (_name, input) => {
    asked.push(input);
    const reply = waiting.length > 1 ? waiting.shift() : waiting[0];
    return typeof reply === 'string' ? refuse(failure(reply)) : ok(reply);
  }) as Rpc;
  const briefs = createBriefs({ rpc, cache: memoryCache(), now: clock.now });
  return { briefs, clock, asked };
}

describe('the brief of a subject', () => {
  it('is asked anew at once when there was no answer', async () => {
    const { briefs, asked } = scene('unreachable', CERTAIN);
    const both = await Promise.all([briefs.of(QUERY), briefs.of(QUERY)]);
    expect(both).toMatchObject([{ because: 'unreachable' }, { because: 'unreachable' }]);
    expect(asked).toHaveLength(1);
    expect(await briefs.of(QUERY)).toMatchObject({ source: 'live' });
  });

  it('is asked anew at once when asking broke', async () => {
    const waiting = [Promise.reject(new Error('a bug')), Promise.resolve(ok(CERTAIN))];
    const clock = stillClock('2026-11-21T00:58:00.000Z');
    const rpc = (() => waiting.shift()) as unknown as Rpc;
    const briefs = createBriefs({ rpc, cache: memoryCache(), now: clock.now });
    const both = await Promise.allSettled([briefs.of(QUERY), briefs.of(QUERY)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await briefs.of(QUERY)).toMatchObject({ source: 'live' });
  });

  it('is asked once for the worker and the panel together', async () => {
    const { briefs, clock, asked } = scene(CERTAIN);
    const [early, panel] = await Promise.all([briefs.of(QUERY), briefs.of(QUERY)]);
    expect(early).toBe(panel);
    clock.advance(2);
    await briefs.of(QUERY);
    expect(asked).toHaveLength(1);
    clock.advance(2);
    await briefs.of(QUERY);
    expect(asked).toHaveLength(2);
  });

  it('is asked anew when the clock was set back', async () => {
    const { briefs, clock, asked } = scene(CERTAIN);
    await briefs.of(QUERY);
    clock.advance(-3600);
    await briefs.of(QUERY);
    expect(asked).toHaveLength(2);
  });

  it('is asked anew after a change', async () => {
    const { briefs, asked } = scene(CERTAIN);
    await briefs.of(QUERY);
    briefs.forgetShared();
    await briefs.of(QUERY);
    expect(asked).toHaveLength(2);
  });

  it('is the newest one for all who wait, also when the one before comes last', async () => {
    const replies = [0, 1].map(() => Promise.withResolvers<Result<BriefReply, Failure>>());
    const asked = [...replies];
    const clock = stillClock('2026-11-21T00:58:00.000Z');
    const cache = memoryCache();
    const rpc = (() => asked.shift()?.promise) as unknown as Rpc;
    const briefs = createBriefs({ rpc, cache, now: clock.now });
    const first = briefs.of(QUERY);
    clock.advance(5);
    const second = briefs.of(QUERY);
    replies[1]?.resolve(ok(CERTAIN));
    await second;
    replies[0]?.resolve(ok(CERTAIN));
    expect(await first).toMatchObject({ verifiedAt: '2026-11-21T00:58:05.000Z' });
    expect(await cache.read(QUERY)).toMatchObject({ verifiedAt: '2026-11-21T00:58:05.000Z' });
  });

  it('is asked for each subject', async () => {
    const { briefs, asked } = scene(CERTAIN);
    await briefs.of(QUERY);
    await briefs.of({ ...QUERY, subject: { ...QUERY.subject, recordId: 'other' } });
    expect(asked).toHaveLength(2);
  });

  it.each(['unreachable', 'slow'] as const)('survives "%s" with its age', async (because) => {
    const { briefs, clock } = scene(CERTAIN, because);
    const live = await briefs.of(QUERY);
    expect(live).toMatchObject({ source: 'live', verifiedAt: '2026-11-21T00:58:00.000Z' });
    clock.advance(60);
    expect(await briefs.of(QUERY)).toEqual({
      source: 'cache',
      verifiedAt: '2026-11-21T00:58:00.000Z',
      reply: CERTAIN,
      because,
    });
  });

  it('is not there for a subject that was never answered', async () => {
    const { briefs } = scene('unreachable');
    expect(await briefs.of(QUERY)).toEqual({ source: 'none', because: 'unreachable' });
  });

  it.each(['signedOut', 'refused', 'notConfigured'] as const)(
    'is gone after "%s"',
    async (because) => {
      const { briefs, clock } = scene(CERTAIN, because, 'unreachable');
      await briefs.of(QUERY);
      clock.advance(10);
      expect(await briefs.of(QUERY)).toEqual({ source: 'none', because });
      clock.advance(10);
      expect(await briefs.of(QUERY)).toEqual({ source: 'none', because: 'unreachable' });
    },
  );

  it('does not come back from before a mismatch', async () => {
    const mismatch = {
      verdict: 'mismatch',
      asOf: CERTAIN.verdict === 'certain' ? CERTAIN.brief.asOf : ('' as never),
      differs: ['name'],
      linkId: inventedFacts({ lines: [] }).links[0]?.linkId as never,
    } satisfies BriefReply;
    const { briefs, clock } = scene(CERTAIN, mismatch, 'unreachable');
    await briefs.of(QUERY);
    clock.advance(10);
    expect(await briefs.of(QUERY)).toMatchObject({
      source: 'live',
      reply: { verdict: 'mismatch' },
    });
    clock.advance(10);
    expect(await briefs.of(QUERY)).toEqual({ source: 'none', because: 'unreachable' });
  });

  it.each([
    ['another name', { client: { displayName: 'Riley Chen' } }],
    ['another birth date', { client: { birthDate: '1991-03-15' as never } }],
    ['another record', { recordIds: ['zzz'] }],
  ])('is refused when the server answers with %s', async (_what, course) => {
    const brief = inventedFacts({ lines: [], ...course });
    const { briefs } = scene({ verdict: 'certain', brief });
    expect(await briefs.of(QUERY)).toEqual({ source: 'none', because: 'refused' });
  });
});
