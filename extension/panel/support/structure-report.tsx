import { useSignal } from '@preact/signals';
import type { SelfCheck } from '#shared/contracts/self-check.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { Copy } from '../update/copy.tsx';

/**
 * Structure for support: shown in full first, then copied by the person who sends it. Nothing is sent
 * from here.
 */
export function StructureReport({
  actions,
}: {
  readonly actions: Pick<PanelActions, 'checkStructure' | 'copy'>;
}) {
  const answer = useSignal<SelfCheck | 'none' | null>(null);
  const look = async () => {
    answer.value = (await actions.checkStructure()) ?? 'none';
  };
  const report = answer.value;
  return (
    <div class="stack">
      <p class="soft">
        How this page is built, without its words: which of its parts were found, and its elements
        with numbers and unknown names blotted out. Read it, copy it, and send it to support
        yourself. Throughline sends nothing.
      </p>
      {report === null || report === 'none' ? (
        <div class="row">
          <Button onClick={() => void look()}>Show the structure</Button>
          <span role="status">{report === 'none' ? 'The page did not answer.' : ''}</span>
        </div>
      ) : (
        <Report report={report} actions={actions} />
      )}
    </div>
  );
}

function Report({
  report,
  actions,
}: {
  readonly report: SelfCheck;
  readonly actions: Pick<PanelActions, 'copy'>;
}) {
  const text = JSON.stringify(report, null, 1);
  return (
    <>
      <textarea class="field structure" aria-label="Structure of this page" readOnly value={text} />
      <div class="row">
        <Copy text={text} weight="plain" actions={actions} />
      </div>
    </>
  );
}
