import { stillClock } from '#test/support/clock.ts';
import { LINDE, outboxScene } from '#test/support/outbox-worker.ts';
import { idOf } from '#test/support/sealed-register.ts';
import type { Outcome, Play } from '../report.ts';
import { begin, type Death } from './mortal.ts';
import { INSERTIONS, type Seen, tellPagesWord, tellStory } from './story.ts';

/** What goes down: the worker alone, or the browser with all its memory, at a shared computer. */
export const FALLS = ['worker', 'browser'] as const;

/** One fall, and what it cost. Everything but `died` is to be empty. */
export interface Cost {
  readonly fall: (typeof FALLS)[number];
  readonly death: Death;
  /** False when the story was over before that step: there are no more steps. */
  readonly died: boolean;
  /** What somebody was told is kept, and no server has. */
  readonly lost: readonly string[];
  /** What the server was told twice, and differently. */
  readonly doubled: readonly string[];
  /** What still lies on the disk or in memory afterwards. */
  readonly stuck: readonly string[];
  /** An outcome that the worker had taken, and the server has another. */
  readonly untrue: readonly string[];
}

/** Ends the worker at one step, brings up what comes next, and lets it finish. */
export async function fallAt(fall: Cost['fall'], death: Death): Promise<Cost> {
  const clock = stillClock('2026-11-21T00:58:00.000Z');
  const scene = outboxScene(clock.now);
  const seen: Seen = { written: new Set(), answered: new Set(), acknowledged: new Set() };
  const life = begin(death);
  const told = tellStory(scene.start(life), scene, seen).then(() => false);
  const died = await Promise.race([told, life.ended.then(() => true)]);
  await recover(scene, fall, seen, clock);
  return { fall, death, died, ...(await costOf(scene, seen)) };
}

async function recover(
  scene: ReturnType<typeof outboxScene>,
  fall: Cost['fall'],
  seen: Seen,
  clock: ReturnType<typeof stillClock>,
): Promise<void> {
  const { register, area } = scene;
  register.says = null;
  const outbox = scene.start();
  if (fall === 'browser') {
    for (const key of Object.keys(area.all())) await area.remove(key);
    // Whoever signs in next at this computer brings what is left of the one before.
    register.signedIn = LINDE;
    await outbox.onServerThere();
    return;
  }
  for (const insertionId of INSERTIONS) {
    if (!seen.written.has(insertionId)) await outbox.release(insertionId);
    else if (!seen.answered.has(insertionId)) await tellPagesWord(outbox, insertionId);
  }
  clock.advance(3600);
  await outbox.sendWhatIsDue();
}

async function costOf(
  { server, register, start, engine }: ReturnType<typeof outboxScene>,
  { written, answered, acknowledged }: Seen,
): Promise<Pick<Cost, 'lost' | 'doubled' | 'stuck' | 'untrue'>> {
  const insertions = server.reached.flatMap(({ fact }) => (fact.what === 'insertion' ? fact : []));
  const has = new Set(
    server.reached.filter(({ fact }) => fact.what !== 'undo').map(({ fact }) => idOf(fact)),
  );
  const unconfirmed = insertions.filter(({ input }) => input.outcome.status === 'unconfirmed');
  register.signedIn ??= LINDE;
  const left = await start().list();
  const onDisk = (await engine.indexedDB.databases()).length === 0;
  return {
    lost: [...written, ...acknowledged].filter((id) => !has.has(id)),
    doubled: server.contradictions.map(({ fact }) => idOf(fact)),
    stuck: [...left.map(({ entryId }) => entryId), ...(onDisk ? ['no disk was used'] : [])],
    untrue: unconfirmed.map(({ input }) => input.insertionId).filter((id) => answered.has(id)),
  };
}

/** Falls at every step there is, before it and after it; at the first `most` of each. */
export async function fallEverywhere(
  fall: Cost['fall'],
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (const when of ['before', 'after'] as const) {
    for (let step = 1; step <= most; step += 1) {
      const cost = await fallAt(fall, { step, when });
      costs.push(cost);
      if (!cost.died) break;
    }
  }
  return costs;
}

/** What the falls of a kind cost together. Everything but `falls` must be 0. */
interface Costs {
  readonly falls: number;
  readonly lost: number;
  readonly doubled: number;
  readonly stuck: number;
  readonly untrue: number;
}

/** What came of ending the worker, and the browser, at every step. */
export interface EndedOutcome extends Outcome {
  readonly worker: Costs;
  readonly browser: Costs;
}

/** Lets worker and browser fall everywhere. There is no chance in it: the steps are counted out. */
export async function endEverywhere({ count }: Pick<Play, 'count'>): Promise<EndedOutcome> {
  const [worker, browser] = [
    costsOf(await fallEverywhere('worker', count)),
    costsOf(await fallEverywhere('browser', count)),
  ];
  const tried = worker.falls + browser.falls;
  return { tried, worker, browser, ok: tried > 0 && isFree(worker) && isFree(browser) };
}

function isFree({ lost, doubled, stuck, untrue }: Costs): boolean {
  return lost + doubled + stuck + untrue === 0;
}

function costsOf(costs: readonly Cost[]): Costs {
  const sum = (of: 'lost' | 'doubled' | 'stuck' | 'untrue') =>
    costs.reduce((total, cost) => total + cost[of].length, 0);
  return {
    falls: costs.filter(({ died }) => died).length,
    lost: sum('lost'),
    doubled: sum('doubled'),
    stuck: sum('stuck'),
    untrue: sum('untrue'),
  };
}
