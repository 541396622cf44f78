import type { Brief } from '#shared/contracts/brief.ts';
import { momentSeenFrom } from '#shared/words/moments.ts';
import { laterInWords } from './later-results.ts';

/**
 * What came after the session, apart from the text: whoever writes late sees all of it, also what the
 * text leaves out. It is judged nowhere.
 */
export function LaterList({ brief }: { readonly brief: Brief }) {
  if (brief.later === null) return null;
  const results = laterInWords(brief);
  return (
    <section class="later" aria-label="After this session">
      <h3>After this session</h3>
      {results.length === 0 ? (
        <p class="soft">
          Nothing, as of {momentSeenFrom(brief.asOf, brief.timeZone, brief.asOfDate)}.
        </p>
      ) : (
        <>
          <p class="soft">No part of the session’s data; the text compares none of it.</p>
          <ul>
            {results.map(({ risk, words }) => (
              <li key={words} class={risk ? 'risk' : ''}>
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
