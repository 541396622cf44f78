import type { Instant } from '#shared/contracts/calendar.ts';
import { FRESH_SECONDS, isTooOld, secondsSince } from '../panel/state/freshness.ts';
import { agoInWords } from '../panel/words/ages.ts';
import { Banner } from '../ui/controls.tsx';

/** How far an answer can be relied on: as in the panel. */
export type Standing = 'live' | 'aging' | 'tooOld';

/** How an answer of that moment stands now. */
export function standingOf(verifiedAt: Instant, now: Date): Standing {
  if (isTooOld(verifiedAt, now)) return 'tooOld';
  return secondsSince(verifiedAt, now) < FRESH_SECONDS ? 'live' : 'aging';
}

/** Says how old an answer is, and what may not be concluded from it. */
export function AsOf({ verifiedAt, now }: { readonly verifiedAt: Instant; readonly now: Date }) {
  const standing = standingOf(verifiedAt, now);
  if (standing === 'live') return <p class="soft">{`Verified ${agoInWords(verifiedAt, now)}.`}</p>;
  return (
    <Banner tone="unknown" title={`Last checked ${agoInWords(verifiedAt, now)}.`}>
      {standing === 'aging'
        ? 'A newer answer is on its way.'
        : 'Too old to be shown. Nothing is known of alerts now.'}
    </Banner>
  );
}
