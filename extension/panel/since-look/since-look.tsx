import type { Brief } from '#shared/contracts/brief.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Section } from '../../ui/controls.tsx';
import { newsOf } from './news.ts';

/** What changed since the clinician last looked. */
export function SinceLook({ brief }: { readonly brief: Brief }) {
  const { lastLookedAt, timeZone, asOfDate } = brief;
  const title =
    lastLookedAt === null
      ? 'Your first look'
      : `Since you last looked, ${dateSeenFrom(dateInZone(lastLookedAt, timeZone), asOfDate)}`;
  return (
    <Section title={title}>
      <ul class="news">
        {newsOf(brief).map(({ tone, words }) => (
          <li key={words}>
            <span class={`dot ${tone}`} aria-hidden="true" />
            {words}.
          </li>
        ))}
      </ul>
    </Section>
  );
}
