import { describe, expect, it } from 'vitest';
import { createBriefs } from '#extension/local/briefs.ts';
import type { BriefCache, KeptAnswer } from '#extension/local/cache.ts';
import { failure } from '#extension/local/failure.ts';
import type { Rpc } from '#extension/local/rpc.ts';
import type { BriefState, Unavailable } from '#extension/messages/worker.ts';
import { interpret } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { addDays, CalendarDate } from '#shared/contracts/calendar.ts';
import { BriefQuery, type EarlierScores } from '#shared/contracts/procedures.ts';
import { LineResponse } from '#shared/contracts/response.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';

const QUERY = BriefQuery.parse({
  ehr: 'simplepractice',
  subject: { recordId: 'abc123', name: 'Jordan Avery', birthDate: '1991-03-14' },
});
const FIRST_DAY = CalendarDate.parse('2026-02-02');

/** Everything of a client who answered the PHQ-9 in so many weeks. */
function course(weeks: number): BriefFacts {
  const points = Array.from({ length: weeks }, (_, week) => ({
    on: addDays(FIRST_DAY, 7 * week),
    total: week < 3 ? 20 : 8,
    fixed: { 9: 0 },
  }));
  return inventedFacts({ lines: [{ instrumentId: 'phq9', points }] });
}

/** As the server gives it out: the first and the newest, and the others apart. */
const briefOf = ({ responses, ...facts }: BriefFacts): BriefFacts => ({
  ...facts,
  responses: [...new Set([...responses.slice(0, 1), ...responses.slice(-24)])],
});
const scoresOf = ({ client, asOf, responses, responseCounts }: BriefFacts): EarlierScores => ({
  clientId: client.clientId,
  asOf,
  responseCounts,
  earlier: responses.slice(0, -24).map((response) => LineResponse.parse(response)),
});

/** A server on which `is` may change, what it was asked for, and who asks it. */
function scene(weeks: number) {
  const clock = stillClock('2026-11-21T00:58:00.000Z');
  const asked: string[] = [];
  let kept: KeptAnswer | null = null;
  const cache: BriefCache = {
    read: async () => kept,
    writer: () => async (answer) => {
      kept = answer;
    },
    drop: async () => {
      kept = null;
    },
    prune: async () => undefined,
    clear: async () => undefined,
  };
  const server: { facts: BriefFacts; scores: EarlierScores | Unavailable; down: boolean } = {
    facts: course(weeks),
    scores: scoresOf(course(weeks)),
    down: false,
  };
  const rpc = (async (name) => {
    asked.push(name);
    if (server.down) return refuse(failure('unreachable'));
    if (name === 'brief.ofRecord') return ok({ verdict: 'certain', brief: briefOf(server.facts) });
    const { scores } = server;
    return typeof scores === 'string' ? refuse(failure(scores)) : ok(scores);
  }) as Rpc;
  const make = () => createBriefs({ rpc, cache, now: clock.now });
  const look = async (briefs = make()) => {
    clock.advance(40);
    return briefs.of(QUERY);
  };
  return { server, asked, look };
}

function factsIn(state: BriefState): BriefFacts {
  if (state.source === 'none' || state.reply.verdict !== 'certain') return expect.fail('no brief');
  return state.reply.brief;
}
const line = (facts: BriefFacts) => interpret(facts).measures[0];

describe('a course that is longer than a brief', () => {
  it('comes whole, with every line judged as by all answers', async () => {
    const { look, server, asked } = scene(40);
    const facts = factsIn(await look());
    expect(facts.earlier).toHaveLength(16);
    expect(line(facts)).toEqual(line(server.facts));
    expect(asked).toEqual(['brief.ofRecord', 'brief.earlierScores']);
  });

  it('is asked for once while nothing is answered, also when the worker ended meanwhile', async () => {
    const { look, asked } = scene(40);
    const first = factsIn(await look());
    const again = factsIn(await look());
    expect(again.earlier).toEqual(first.earlier);
    expect(asked.filter((name) => name === 'brief.earlierScores')).toHaveLength(1);
  });

  it('is asked for again when something was answered or put right since', async () => {
    const { look, server, asked } = scene(40);
    await look();
    server.facts = course(41);
    server.scores = scoresOf(server.facts);
    expect(line(factsIn(await look()))).toEqual(line(server.facts));
    expect(asked.filter((name) => name === 'brief.earlierScores')).toHaveLength(2);
  });

  it('is whole in an outage too', async () => {
    const { look, server } = scene(40);
    await look();
    server.down = true;
    const state = await look();
    expect(state.source).toBe('cache');
    expect(line(factsIn(state))).toEqual(line(server.facts));
  });

  it.each(['slow', 'unreachable', 'refused'] as const)(
    'comes without when the scores are "%s", says what is not judged, and is asked for next time',
    async (because) => {
      const { look, server } = scene(40);
      server.scores = because;
      const facts = factsIn(await look());
      expect(facts.earlier).toBeUndefined();
      expect(line(facts)?.trajectory.onTrack).toEqual({
        status: 'notJudged',
        reason: 'notAllAtHand',
      });
      server.scores = scoresOf(server.facts);
      expect(line(factsIn(await look()))).toEqual(line(server.facts));
    },
  );

  it('is not shown when the session ended between', async () => {
    const { look, server } = scene(40);
    server.scores = 'signedOut';
    expect(await look()).toEqual({ source: 'none', because: 'signedOut' });
  });

  it.each([
    ['of another client', { clientId: inventedId(77) as EarlierScores['clientId'] }],
    ['read after one more answer', { responseCounts: { phq9: 41 } }],
    ['read after another form was answered', { responseCounts: { phq9: 40, gad7: 1 } }],
  ])('is not put together with scores %s', async (_what, over) => {
    const { look, server } = scene(40);
    server.scores = { ...scoresOf(server.facts), ...over };
    expect(factsIn(await look()).earlier).toBeUndefined();
  });
});

it('a course that a brief holds is one request', async () => {
  const { look, asked } = scene(25);
  expect(factsIn(await look()).earlier).toBeUndefined();
  expect(asked).toEqual(['brief.ofRecord']);
});
