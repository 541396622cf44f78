import type { ChannelState } from '#backend/deploy/releases/book.ts';

/** Percent that stands for every browser. */
const EVERYBODY = 100;

/**
 * What a channel's browsers are offered, one line for each share of them. A step's share is what the
 * steps of higher versions have left of it.
 */
export function offeredInWords({ pin, steps }: ChannelState): readonly string[] {
  if (pin !== null) return [`${pin} to all browsers (pinned)`];
  let reached = 0;
  const lines = steps.flatMap(({ version, percentage }) => {
    const share = Math.max(0, percentage - reached);
    reached += share;
    return share === 0 ? [] : [`${version} to ${shareInWords(share)}`];
  });
  if (reached === 0) return ['nothing'];
  const left = EVERYBODY - reached;
  return left === 0 ? lines : [...lines, `nothing to ${shareInWords(left)}`];
}

function shareInWords(percent: number): string {
  return percent === EVERYBODY ? 'all browsers' : `${percent} % of the browsers`;
}
