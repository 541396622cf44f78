import { Tier } from '../contracts/alert.ts';

/** 0 for the most urgent tier, counting up. */
export function tierRank(tier: Tier): number {
  return Tier.options.indexOf(tier);
}

/** The more urgent of two tiers. */
export function moreUrgent(one: Tier, other: Tier): Tier {
  return tierRank(one) <= tierRank(other) ? one : other;
}
