import { useSignal } from '@preact/signals';
import { Button } from '../../ui/controls.tsx';
import { useFocusOn } from '../alerts/focus-on.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { RecordActions } from './actions.ts';
import type { RecordChange } from './changes.ts';
import { Wrong } from './wrong.tsx';

/** Takes something off the record after a second question. */
export function Remove({
  change,
  what,
  actions,
}: {
  readonly change: RecordChange;
  readonly what: string;
  readonly actions: Pick<RecordActions, 'change'>;
}) {
  const asking = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const ref = useFocusOn(asking.value);
  const ask = (value: boolean) => () => {
    asking.value = value;
  };
  const remove = async () => {
    busy.value = true;
    problem.value = await actions.change(change, `Removed: ${what}.`);
    busy.value = false;
  };
  return (
    <div ref={ref}>
      {asking.value ? (
        <div class="row" role="group" aria-label={`Remove: ${what}`} tabIndex={-1}>
          <TrustedButton weight="plain" disabled={busy.value} onPress={() => void remove()}>
            Remove
          </TrustedButton>
          <Button weight="quiet" onClick={ask(false)}>
            Keep it
          </Button>
        </div>
      ) : (
        <Button weight="quiet" aria-label={`Remove: ${what}`} onClick={ask(true)}>
          Remove…
        </Button>
      )}
      <Wrong words={problem.value} />
    </div>
  );
}
