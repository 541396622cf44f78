import { rmSync } from 'node:fs';
import { newDirectory } from '#test/support/database.ts';
import { cutPower, cutPowerWithoutFsync, powerCutObstacle } from './power-cut.ts';
import type { Outcome, Play } from './report.ts';
import { type Crash, killBackend, killBoth, killServer, startSecond } from './rounds.ts';

/** Who submits at the same time. */
const WRITERS = 50;
/** Second backends that are started beside the first. */
const SECONDS = 10;

/** What came of servers that were killed, doubled and cut off. */
export interface CrashesOutcome extends Outcome {
  /** Acknowledged submissions that were not found again. Must be 0. */
  readonly lost: number;
  /** Submissions that were found twice. Must be 0. */
  readonly doubled: number;
  /** Second backends that were let in, or told of another than the running one. Must be 0. */
  readonly notRefused: number;
  /** Why power cuts were not played; null when they were. */
  readonly noPowerCuts: string | null;
}

/**
 * Kills database, backend and both under their writers, starts a second backend and cuts the power,
 * `count` rounds of each. Nothing in it is random but the moment, which is the machine's.
 */
export async function playCrashes({ count: rounds }: Pick<Play, 'count'>): Promise<CrashesOutcome> {
  const directory = newDirectory();
  const obstacle = powerCutObstacle();
  let notRefused = 0;
  const faults: Readonly<Record<string, () => Promise<Crash>>> = {
    databaseKilled: () => killServer(directory, WRITERS),
    backendKilled: () => killBackend(directory, WRITERS),
    bothKilled: () => killBoth(directory, WRITERS),
    async secondBackend() {
      const { first, outcome, refusals } = await startSecond(directory, SECONDS);
      notRefused += refusals.filter(
        (one) => one?.reason !== 'alreadyRunning' || one.databasePid !== first.serverPid,
      ).length;
      return outcome;
    },
    ...(obstacle === null ? { powerCut: () => cutPower(WRITERS) } : {}),
  };
  try {
    const crashes: [string, readonly Crash[]][] = [];
    for (const [name, fault] of Object.entries(faults))
      crashes.push([name, await often(fault, rounds)]);
    // A cut that costs a careless server nothing is no cut, and proves nothing about ours.
    const control = obstacle === null ? await cutPowerWithoutFsync() : null;
    const all = crashes.flatMap(([, some]) => some);
    const [lost, doubled] = [sum(all, 'lost'), sum(all, 'doubled')];
    return {
      tried: all.length,
      lost,
      doubled,
      notRefused,
      noPowerCuts: obstacle,
      ok: lost + doubled + notRefused === 0 && control?.lost !== 0,
      measured: {
        ...Object.fromEntries(crashes.map(([name, some]) => [name, measured(some)])),
        ...(control === null ? {} : { powerCutWithoutFsync: control }),
      },
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function often(fault: () => Promise<Crash>, rounds: number): Promise<readonly Crash[]> {
  const outcomes: Crash[] = [];
  for (let index = 0; index < rounds; index += 1) outcomes.push(await fault());
  return outcomes;
}

function measured(crashes: readonly Crash[]) {
  const back = crashes.map(({ backAfter }) => backAfter).toSorted((one, other) => one - other);
  return {
    acknowledged: sum(crashes, 'acknowledged'),
    backAfterMs: { median: back[Math.floor(back.length / 2)], worst: back.at(-1) },
  };
}

function sum(crashes: readonly Crash[], of: 'acknowledged' | 'lost' | 'doubled'): number {
  return crashes.reduce((total, crash) => total + crash[of], 0);
}
