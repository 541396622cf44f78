import { isPartOfTotal } from '#shared/brief/parts.ts';
import { courseFacts, episodeFact } from '#shared/charts/meaning/course-facts.ts';
import type { CourseFact } from '#shared/charts/meaning/fact.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { Disclosure } from '../../ui/controls.tsx';
import { PROVENANCE_WORDS } from '../alerts/rule-source.ts';
import { MeasureSources } from './provenance.tsx';

/** What a course means and where its numbers come from, on demand. */
export function Meaning({ measure }: { readonly measure: MeasureTrend }) {
  // Where the numbers come from is said once for a form, at its total.
  const known = isPartOfTotal(measure) ? null : instrument(measure.instrumentId);
  const facts = factsOf(measure);
  if (known === null && facts.length === 0) return null;
  return (
    <Disclosure summary="Meaning and sources">
      <div class="stack">
        <Facts measure={measure} />
        {known === null ? null : <MeasureSources known={known} />}
      </div>
    </Disclosure>
  );
}

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

function factsOf(measure: MeasureTrend): CourseFact[] {
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
