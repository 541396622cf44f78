import { tell } from '../progress.ts';
import { median, rounded } from '../statistics.ts';
import { load, type Round } from './load.ts';
import type { Target } from './target.ts';

/** Enough for compiled code, open connections and prepared statements on all of them. */
const WARM_UP = 3_000;

/** How a measurement is cut. */
export interface Plan {
  readonly rounds: number;
  /** About how long each round of each target takes. */
  readonly seconds: number;
}

/** All rounds of one target. */
export interface Series {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Requests in all, warm-up included. */
  readonly requests: number;
  readonly rounds: readonly Round[];
}

/**
 * Loads the targets in turn, round after round, every other round in the opposite order, so that
 * whatever else the machine does falls on all of them. Figures are medians over the rounds.
 */
export async function takeRounds<Name extends string>(
  targets: Readonly<Record<Name, Target>>,
  { rounds, seconds }: Plan,
): Promise<Record<Name, Series>> {
  const names = Object.keys(targets) as Name[];
  const amounts = new Map<Name, number>();
  const taken = new Map<Name, Round[]>(names.map((name) => [name, []]));
  for (const name of names) {
    const { perSecond } = await load(targets[name], WARM_UP);
    amounts.set(name, Math.ceil(perSecond * seconds));
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const result = await load(targets[name], amounts.get(name) ?? WARM_UP);
      taken.get(name)?.push(result);
      tell(`  round ${round + 1}, ${name}: ${Math.round(result.perSecond)} a second`);
    }
  }
  const series = [...taken].map(([name, all]) => [name, seriesOf(all)] as const);
  return Object.fromEntries(series) as Record<Name, Series>;
}

/** Of each round the one series' figure divided by the other's; the median of those. */
export function ratio(one: Series, other: Series, figure: 'perSecond' | 'p50'): number {
  const ratios = one.rounds.map((round, index) => {
    const beside = other.rounds[index];
    if (beside === undefined) throw new Error('the series differ in length');
    return round[figure] / beside[figure];
  });
  return median(ratios);
}

function seriesOf(rounds: readonly Round[]): Series {
  const middle = (figure: Exclude<keyof Round, 'requests'>) =>
    rounded(median(rounds.map((round) => round[figure])));
  return {
    requestsPerSecond: middle('perSecond'),
    p50Ms: middle('p50'),
    p99Ms: middle('p99'),
    requests: rounds.reduce((sum, { requests }) => sum + requests, WARM_UP),
    rounds: rounds.map(({ requests, perSecond, p50, p99 }) => ({
      requests,
      perSecond: rounded(perSecond),
      p50: rounded(p50),
      p99: rounded(p99),
    })),
  };
}
