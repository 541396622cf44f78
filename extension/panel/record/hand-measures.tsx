import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import { Button } from '../../ui/controls.tsx';
import type { RecordActions } from './actions.ts';

/** Asks for the practice's measures, and draws what needs them once they are there. */
export function HandMeasuresAround({
  actions,
  onLeave,
  children,
}: {
  readonly actions: Pick<RecordActions, 'handMeasures' | 'openHandMeasures'>;
  readonly onLeave: () => void;
  readonly children: (measures: readonly HandMeasure[]) => ComponentChildren;
}) {
  const reply = useSignal<WorkerReply<readonly HandMeasure[]> | null>(null);
  const ask = async () => {
    reply.value = null;
    reply.value = await actions.handMeasures();
  };
  useEffect(() => void ask(), []);
  if (reply.value?.ok === true && reply.value.value.length > 0) return children(reply.value.value);
  return (
    <div class="record-form stack" role="group" aria-label="Total brought along" tabIndex={-1}>
      <h3>Total brought along</h3>
      <p role="status">{inWords(reply.value)}</p>
      <div class="row">
        {reply.value?.ok === true ? (
          <Button onClick={() => void actions.openHandMeasures()}>Open that page</Button>
        ) : null}
        {reply.value === null ? null : <Button onClick={() => void ask()}>Ask again</Button>}
        <Button weight="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function inWords(reply: WorkerReply<readonly HandMeasure[]> | null): string {
  if (reply === null) return 'Asking which measures your practice has set up.';
  return reply.ok
    ? 'Your practice has set up no measure for totals by hand. An admin does that once, on the page “Totals by hand”.'
    : reply.message;
}
