import { useId } from 'preact/hooks';
import type { PanelActions } from '../actions.ts';
import { Copy } from '../update/copy.tsx';

/** The address of a check-in that a clinician hands over. It is on no record: it stands here once. */
export function HandedLink({
  name,
  address,
  actions,
}: {
  readonly name: string;
  readonly address: string;
  readonly actions: Pick<PanelActions, 'copy'>;
}) {
  const id = useId();
  return (
    <div class="stack" role="group" aria-label="Link to hand over">
      <label class="soft" for={id}>
        {`Link for ${name}, shown once. Give it to this client alone: whoever opens it is asked for the birth date.`}
      </label>
      <textarea id={id} class="field handed" readOnly rows={3} value={address} spellcheck={false} />
      <div class="row">
        <Copy text={address} weight="plain" actions={actions} />
      </div>
    </div>
  );
}
