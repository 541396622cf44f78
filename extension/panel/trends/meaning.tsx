import { isPartOfTotal } from '#shared/brief/parts.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';

const loadMeaning = () => import('./meaning-and-sources.tsx');

/** What a course means and where its numbers come from, on demand. */
export function Meaning({ measure }: { readonly measure: MeasureTrend }) {
  // Where the numbers come from is said once for a form, at its total.
  const known = isPartOfTotal(measure) ? null : instrument(measure.instrumentId);
  return (
    <DisclosureOnDemand summary="Meaning and sources" load={loadMeaning}>
      {({ MeaningAndSources }) => <MeaningAndSources measure={measure} known={known} />}
    </DisclosureOnDemand>
  );
}
