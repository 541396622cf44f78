import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { isBusy } from './inserter.ts';
import type { Insertion } from './insertion.ts';
import type { InsertRequest } from './plan.ts';

/** Puts exactly the text above into exactly the field above. */
export function InsertButton({
  request,
  insertion,
  actions,
}: {
  readonly request: InsertRequest;
  readonly insertion: Insertion;
  readonly actions: Pick<PanelActions, 'insert'>;
}) {
  return (
    <span data-goal="insert">
      <TrustedButton
        weight="main"
        disabled={isBusy(insertion) || request.parts.length === 0}
        onPress={() => void actions.insert(request)}
      >
        Insert
      </TrustedButton>
    </span>
  );
}
