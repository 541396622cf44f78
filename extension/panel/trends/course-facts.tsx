import { courseFacts, episodeFact } from '#shared/charts/meaning/course-facts.ts';
import type { CourseFact } from '#shared/charts/meaning/fact.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { PROVENANCE_WORDS } from '../words/provenance.ts';

/** What a course means, sentence by sentence, each with the source of its numbers. */
export function Facts({ measure }: { readonly measure: MeasureTrend }) {
  const facts = factsOf(measure);
  if (facts.length === 0) return null;
  return (
    <ul class="meanings">
      {facts.map((fact) => (
        <Fact key={fact.said} fact={fact} />
      ))}
    </ul>
  );
}

/** All that is worked out of the scores of one measure; empty where nothing is. */
export function factsOf(measure: MeasureTrend): CourseFact[] {
  const episode = episodeFact(measure);
  return [...courseFacts(measure), ...(episode === null ? [] : [episode])];
}

function Fact({ fact: { said, sources } }: { readonly fact: CourseFact }) {
  const from = sources.map(
    ({ source, provenance }) => `${source} (${PROVENANCE_WORDS[provenance]})`,
  );
  return (
    <li>
      {said}
      {from.length === 0 ? null : <span class="soft source">{from.join('; ')}</span>}
    </li>
  );
}
