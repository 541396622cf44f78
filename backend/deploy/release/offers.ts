import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { compareVersions } from '../crx/manifest.ts';
import type { Channel, ChannelState, ReleaseBook } from '../releases/book.ts';
import type { PackRefusal } from './refusal.ts';

/** Percent that stands for every browser. */
export const EVERYBODY = 100;

/** Offers a version to a share of a channel's browsers; the others keep what they were offered. */
export function offer(
  book: ReleaseBook,
  channel: Channel,
  step: { readonly version: string; readonly percentage: number },
): Result<ReleaseBook, PackRefusal> {
  if (!isReleased(book, step.version)) return unknown(step.version);
  const others = book.channels[channel].steps.filter(({ version }) => version !== step.version);
  const steps = [...others, step].toSorted((one, other) =>
    compareVersions(other.version, one.version),
  );
  // Nobody gets beyond a step that includes everybody.
  const last = steps.findIndex(({ percentage }) => percentage >= EVERYBODY);
  return ok(withChannel(book, channel, { steps: last < 0 ? steps : steps.slice(0, last + 1) }));
}

/** Offers one version alone, whatever the steps say; null goes back to the steps. */
export function pin(
  book: ReleaseBook,
  channel: Channel,
  version: string | null,
): Result<ReleaseBook, PackRefusal> {
  if (version !== null && !isReleased(book, version)) return unknown(version);
  return ok(withChannel(book, channel, { pin: version }));
}

function withChannel(
  book: ReleaseBook,
  channel: Channel,
  part: Partial<ChannelState>,
): ReleaseBook {
  const state = { ...book.channels[channel], ...part };
  return { ...book, channels: { ...book.channels, [channel]: state } };
}

function isReleased({ releases }: ReleaseBook, version: string): boolean {
  return releases.some((release) => release.version === version);
}

function unknown(version: string): Result<never, PackRefusal> {
  return refuse({ reason: 'versionUnknown', version });
}
