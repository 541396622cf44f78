import { instantOf } from '#shared/contracts/calendar.ts';
import type { BriefQuery, BriefReply } from '#shared/contracts/procedures.ts';
import type { Result } from '#shared/contracts/result.ts';
import { agree } from '#shared/identity/agree.ts';
import { verdict } from '#shared/identity/verdict.ts';
import type { BriefState, Unavailable } from '../messages/worker.ts';
import type { BriefCache } from './cache.ts';
import { type Failure, failure } from './failure.ts';
import { createInOrder } from './in-order.ts';
import type { Rpc } from './rpc.ts';
import { subjectKey } from './subject-key.ts';
import { wholeBrief } from './whole-brief.ts';

/** Milliseconds during which one answer serves everybody who asks for the same subject. */
const SHARED_FOR_MS = 3000;

/** By its age in milliseconds; one from a time yet to come was before the clock was set back. */
const isShared = (age: number) => age >= 0 && age < SHARED_FOR_MS;

/** Outages over which the last answer helps. After any other failure it must not be shown. */
const OUTAGES: ReadonlySet<Unavailable> = new Set(['unreachable', 'slow']);

/** What is known of the people that pages show. */
export interface Briefs {
  /** Live if the server answers, else the last answer for exactly this subject, else why none. */
  readonly of: (query: BriefQuery) => Promise<BriefState>;
  /** The next question is asked anew: a client, the session or the server was changed. */
  readonly forgetShared: () => void;
}

/** What briefs are fetched with. */
export interface BriefDependencies {
  readonly rpc: Rpc;
  readonly cache: BriefCache;
  readonly now: () => Date;
}

/**
 * Fetches briefs, one request at a time per subject: the worker's early fetch and the panel's
 * question a moment later are one look at the record, not two. A slow answer that a later one
 * overtook reaches neither the cache nor anybody's screen.
 */
export function createBriefs({ rpc, cache, now }: BriefDependencies): Briefs {
  const shared = new Map<string, { readonly since: number; readonly state: Promise<BriefState> }>();
  const inOrder = createInOrder<Result<BriefReply, Failure>, BriefState>();

  function fetchState(query: BriefQuery): Promise<BriefState> {
    // The moment before the question: never claims to be fresher than it is.
    const verifiedAt = instantOf(now());
    const write = cache.writer();
    return inOrder({
      about: subjectKey(query),
      async ask() {
        const reply = trusted(query, await rpc('brief.ofRecord', query));
        return wholeBrief({ rpc, cache }, query, reply);
      },
      async settle(reply) {
        if (!reply.ok) return fallBack(query, reply.refusal.reason);
        // What was certain before and is no longer may not come back in the next outage.
        if (reply.value.verdict !== 'certain') await cache.drop(query);
        else await write({ query, verifiedAt, reply: reply.value });
        return { source: 'live', verifiedAt, reply: reply.value };
      },
    });
  }

  async function fallBack(query: BriefQuery, because: Unavailable): Promise<BriefState> {
    if (!OUTAGES.has(because)) {
      await cache.drop(query);
      return { source: 'none', because };
    }
    const kept = await cache.read(query);
    if (kept === null) return { source: 'none', because };
    return { source: 'cache', verifiedAt: kept.verifiedAt, reply: kept.reply, because };
  }

  /** A failure, be it a bug, serves only those who waited: who asks again wants to know anew. */
  function share(key: string, query: BriefQuery, since: number): Promise<BriefState> {
    const state = fetchState(query);
    const entry = { since, state };
    shared.set(key, entry);
    const forget = () => {
      if (shared.get(key) === entry) shared.delete(key);
    };
    state.then(({ source }) => (source === 'live' ? undefined : forget()), forget);
    return state;
  }

  return {
    of(query) {
      const key = subjectKey(query);
      const known = shared.get(key);
      const since = now().getTime();
      if (known !== undefined && isShared(since - known.since)) return known.state;
      for (const [other, { since: begun }] of shared) {
        if (!isShared(since - begun)) shared.delete(other);
      }
      return share(key, query, since);
    },
    forgetShared: () => shared.clear(),
  };
}

/**
 * The server's word that this is the client, judged once more by the same rule: a brief whose
 * record, name or birth date is not what the page shows is not believed.
 */
function trusted(
  { ehr, subject }: BriefQuery,
  reply: Result<BriefReply, Failure>,
): Result<BriefReply, Failure> {
  if (!reply.ok || reply.value.verdict !== 'certain') return reply;
  const { client, links } = reply.value.brief;
  const linked = links.some((link) => link.ehr === ehr && link.recordId === subject.recordId);
  const certain = verdict(linked, agree(subject, client)).verdict === 'certain';
  return certain ? reply : { ok: false, refusal: failure('refused') };
}
