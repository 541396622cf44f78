import type { Protocol } from 'puppeteer';

const EXTENSION = 'chrome-extension:';

/** A tenth of a millisecond: a load has some tens of samples in an extension's scripts then. */
export const SAMPLED_EVERY_US = 100;

/**
 * The most that one sample can stand for, in microseconds. The thread is asked at every interval; an
 * answer that comes much later says that somebody else had the processor meanwhile.
 */
const MOST_OF_A_SAMPLE_US = 2 * SAMPLED_EVERY_US;

/**
 * Milliseconds of a processor profile that belong to scripts of extensions. Each sample belongs to the
 * innermost function on its stack that has an address: what an extension's function asks of the
 * browser counts as its own, what the page does in answer to an event as the page's. Collecting
 * garbage and compiling have no such function and belong to nobody.
 */
export function extensionTime({
  nodes,
  samples = [],
  timeDeltas = [],
}: Pick<Protocol.Profiler.Profile, 'nodes' | 'samples' | 'timeDeltas'>): number {
  const owned = ownedByExtension(nodes);
  const microseconds = samples.reduce(
    (sum, id, index) =>
      owned.has(id) ? sum + Math.min(timeDeltas[index] ?? 0, MOST_OF_A_SAMPLE_US) : sum,
    0,
  );
  return microseconds / 1000;
}

function ownedByExtension(nodes: readonly Protocol.Profiler.ProfileNode[]): ReadonlySet<number> {
  const [owned, calledByOwned] = [new Set<number>(), new Set<number>()];
  // A profile lists every function before those that it calls.
  for (const { id, callFrame, children = [] } of nodes) {
    if (!(statedOwner(callFrame) ?? calledByOwned.has(id))) continue;
    owned.add(id);
    for (const child of children) calledByOwned.add(child);
  }
  return owned;
}

/** Whether a function is an extension's, as far as it says so itself; null where its caller decides. */
function statedOwner({ functionName, url }: Protocol.Runtime.CallFrame): boolean | null {
  if (url !== '') return url.startsWith(EXTENSION);
  // `(idle)`, `(program)`, `(garbage collector)`: what the profiler names itself is nobody's.
  return functionName.startsWith('(') ? false : null;
}
