import type { Instrument } from '#shared/contracts/instrument.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { Facts, factsOf } from './course-facts.tsx';
import { MeasureSources } from './provenance.tsx';

/** What a course means, then where the numbers of its measure come from. */
export function MeaningAndSources({
  measure,
  known,
}: {
  readonly measure: MeasureTrend;
  /** Null where the sources stand elsewhere, and for what the practice made or brought along. */
  readonly known: Instrument | null;
}) {
  const nothing = known === null && factsOf(measure).length === 0;
  return (
    <div class="stack">
      {nothing ? <p>Nothing is worked out of these scores.</p> : <Facts measure={measure} />}
      {known === null ? null : <MeasureSources known={known} />}
    </div>
  );
}
