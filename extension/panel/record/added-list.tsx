import type { BriefFacts } from '#shared/contracts/brief.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';
import { addedRows } from './added.ts';
import type { AddedRowsProps, CorrectionShown } from './added-rows.tsx';
import type { AnyResponse } from './corrigible.ts';
import { correctionsIn, newestFirst } from './standing.ts';

const loadRows = () => import('./added-rows.tsx');

/** What clinicians have added to this client's record, and what they have put right. */
export function AddedList(props: Pick<AddedRowsProps, 'facts' | 'actions'>) {
  const rows = addedRows(props.facts);
  const corrections = correctionsOf(props.facts);
  const count = rows.length + corrections.length;
  if (count === 0) return null;
  return (
    <DisclosureOnDemand summary={`Added to this record (${count})`} load={loadRows}>
      {({ AddedRows }) => <AddedRows rows={rows} corrections={corrections} {...props} />}
    </DisclosureOnDemand>
  );
}

function correctionsOf({ responses, own }: BriefFacts): CorrectionShown[] {
  return correctionsIn<AnyResponse>([...responses, ...(own?.responses ?? [])]).toSorted(
    (one, other) => newestFirst(one.after.submittedAt, other.after.submittedAt),
  );
}
