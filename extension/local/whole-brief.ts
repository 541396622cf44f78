import { earlierIn, lacksScores, withEarlier } from '#shared/brief/earlier.ts';
import type { BriefQuery, BriefReply, EarlierScores } from '#shared/contracts/procedures.ts';
import { ok, type Result } from '#shared/contracts/result.ts';
import type { BriefCache } from './cache.ts';
import type { Failure } from './failure.ts';
import type { Rpc } from './rpc.ts';

/** Where older scores come from. */
export interface ScoreSources {
  readonly rpc: Rpc;
  /** Holds those of the last answer, as long as that may be held at all. */
  readonly cache: BriefCache;
}

/**
 * A reply with all the scores that its client's lines are judged by. Those of the last answer serve
 * again while nothing was answered since; otherwise the server is asked once. A brief that they can't
 * be had for, or that something was answered after, stays as it is: it says itself what it can't judge.
 */
export async function wholeBrief(
  { rpc, cache }: ScoreSources,
  query: BriefQuery,
  reply: Result<BriefReply, Failure>,
): Promise<Result<BriefReply, Failure>> {
  if (!reply.ok || reply.value.verdict !== 'certain') return reply;
  const { brief } = reply.value;
  if (!lacksScores(brief)) return reply;
  const whole = (scores: EarlierScores | null) => {
    const merged = scores === null ? null : withEarlier(brief, scores);
    return merged === null ? null : ok<BriefReply>({ verdict: 'certain', brief: merged });
  };
  const again = whole(await keptScores(cache, query));
  if (again !== null) return again;
  const { clientId } = brief.client;
  const asked = await rpc('brief.earlierScores', { clientId });
  if (asked.ok) return whole(asked.value) ?? reply;
  // Of a session that is over nothing is shown, not even what came a moment before.
  return asked.refusal.reason === 'signedOut' ? asked : reply;
}

async function keptScores(cache: BriefCache, query: BriefQuery): Promise<EarlierScores | null> {
  const kept = await cache.read(query);
  return kept?.reply.verdict === 'certain' ? earlierIn(kept.reply.brief) : null;
}
