import { isPartOfTotal } from '#shared/brief/parts.ts';
import { unitScores } from '#shared/charts/compare/comparable.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';

const loadCompared = () => import('./compared.tsx');

/** Several measures on one axis; nothing with fewer than two that have a common unit. */
export function ComparisonView({ brief }: { readonly brief: Brief }) {
  const totals = brief.measures.filter((measure) => !isPartOfTotal(measure));
  const comparable = totals.filter((measure) => typeof unitScores(measure) !== 'string');
  if (comparable.length < 2) return null;
  return (
    <DisclosureOnDemand summary="Compare measures" load={loadCompared}>
      {({ ComparedMeasures }) => (
        <ComparedMeasures comparable={comparable} totals={totals} brief={brief} />
      )}
    </DisclosureOnDemand>
  );
}
