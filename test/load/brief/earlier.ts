import { BriefReply } from '#shared/contracts/procedures.ts';
import { tell } from '../progress.ts';
import { median, rounded } from '../statistics.ts';
import { ask, type Target } from './target.ts';

/** Both are asked for about the same clients. */
const CLIENTS = 20;

/** Requests of each kind after the warm-up. */
const ROUNDS = 300;
const WARM_UP = 50;

/** The request for older scores beside the request for the brief, one at a time. */
export interface EarlierFigures {
  readonly replyBytes: number;
  /** Milliseconds from request to the last byte, medians. */
  readonly ms: number;
  readonly briefMs: number;
  /** How many times longer it takes than the brief. */
  readonly toBrief: number;
}

/** Asks for the brief and the older scores of clients in turn. */
export async function measureEarlier(target: Target): Promise<EarlierFigures> {
  tell('  older scores beside the brief ...');
  const briefs = { ...target, bodies: target.bodies.slice(0, CLIENTS) };
  const scores = await scoresTarget(briefs);
  const times: Record<'brief' | 'scores', number[]> = { brief: [], scores: [] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const took = {
      brief: await timed(() => ask(briefs, round)),
      scores: await timed(() => ask(scores, round)),
    };
    if (round < WARM_UP) continue;
    times.brief.push(took.brief);
    times.scores.push(took.scores);
  }
  const [ms, briefMs] = [median(times.scores), median(times.brief)];
  return {
    replyBytes: Buffer.byteLength(await ask(scores, 0)),
    ms: rounded(ms),
    briefMs: rounded(briefMs),
    toBrief: rounded(ms / briefMs),
  };
}

/** The same for the older scores of the same clients. */
async function scoresTarget(briefs: Target): Promise<Target> {
  const bodies: string[] = [];
  for (let client = 0; client < briefs.bodies.length; client += 1) {
    const { result } = JSON.parse(await ask(briefs, client)) as { result: { data: unknown } };
    const reply = BriefReply.parse(result.data);
    if (reply.verdict !== 'certain') throw new Error(`the brief was withheld: ${reply.verdict}`);
    bodies.push(JSON.stringify({ clientId: reply.brief.client.clientId }));
  }
  const url = briefs.url.replace(/brief\.ofRecord$/, 'brief.earlierScores');
  return { ...briefs, name: 'brief.earlierScores', url, bodies };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
