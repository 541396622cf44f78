import type { Brief } from '#shared/contracts/brief.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Disclosure, Section, Tag } from '../../ui/controls.tsx';
import { olderCount, type Written, writtenIn } from './written.ts';

/** Sets of words that are open from the start; the others are one press away. */
const IN_SIGHT = 3;

/** What the client wrote on the practice's own forms, word by word. It goes into no note. */
export function OwnWordsSection({ brief }: { readonly brief: Brief }) {
  const written = writtenIn(brief);
  if (written.length === 0) return null;
  const earlier = written.slice(IN_SIGHT);
  const older = olderCount(brief);
  return (
    <Section title="In the client’s own words">
      <p class="soft">Written on the practice’s own forms. No rule reads these words.</p>
      <List written={written.slice(0, IN_SIGHT)} brief={brief} />
      {earlier.length === 0 ? null : (
        <Disclosure summary={`${earlier.length} earlier`}>
          <List written={earlier} brief={brief} />
        </Disclosure>
      )}
      {older === 0 ? null : (
        <p class="soft">
          {older === 1 ? '1 older answer is' : `${older} older answers are`} kept and not shown
          here.
        </p>
      )}
    </Section>
  );
}

function List({
  written,
  brief,
}: {
  readonly written: readonly Written[];
  readonly brief: Pick<Brief, 'asOfDate'>;
}) {
  return (
    <ul class="stack">
      {written.map((one) => (
        <li key={one.responseId} class="own-words">
          <h3>
            {one.title}, {dateSeenFrom(one.on, brief.asOfDate)}
            {one.isNew ? <Tag tone="unknown">New</Tag> : null}
            {one.corrected ? <Tag tone="unknown">Corrected by staff</Tag> : null}
          </h3>
          {one.words.map(({ question, words }) => (
            <figure key={question}>
              <figcaption class="soft">{question}</figcaption>
              <blockquote>“{words}”</blockquote>
            </figure>
          ))}
        </li>
      ))}
    </ul>
  );
}
