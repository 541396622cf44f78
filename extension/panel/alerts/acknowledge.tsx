import { useSignal } from '@preact/signals';
import type { AlertEntry } from '#shared/alerts/entries.ts';
import type { Protocol } from '#shared/contracts/protocol.ts';
import { Button, type Weight } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { Done } from './action-choice.tsx';
import { CHANGED_WORDS, useChoiceOn } from './choice-on.ts';
import { useFocusOn } from './focus-on.ts';

const loadChoice = () => import('./action-choice.tsx');

/** Closes an entry: one press to see what can be said, one to say it. */
export function Acknowledge({
  entry,
  what,
  weight,
  protocol,
  actions,
}: {
  readonly entry: AlertEntry;
  /** `main` for what can't wait. */
  readonly weight: Weight;
  /** The entry in a few words, for who hears the buttons without seeing the entry. */
  readonly what: string;
  /** The practice's own list; null where it has none. */
  readonly protocol: Protocol | null;
  readonly actions: Pick<PanelActions, 'acknowledge'>;
}) {
  const choice = useChoiceOn(entry);
  const part = usePart(choice.isOpen, loadChoice);
  const ref = useFocusOn(choice.isOpen);
  const saving = useSignal(false);
  const problem = useSignal<string | null>(null);
  const acknowledge = async (done: Done) => {
    saving.value = true;
    const reply = await actions.acknowledge(entry.alerts, done);
    saving.value = false;
    problem.value = reply.ok ? null : `Not acknowledged. ${reply.message}`;
  };
  return (
    <div class="stack" ref={ref}>
      {choice.hasChanged ? <p role="status">{CHANGED_WORDS}</p> : null}
      {choice.isOpen ? (
        <div
          // Another box than the one before: a button in it is not the one that was pressed.
          key="choice"
          class="stack"
          role="group"
          tabIndex={-1}
          aria-label={`What was done about: ${what}`}
        >
          <PartView part={part}>
            {({ ActionChoice }) => (
              <ActionChoice
                protocol={protocol}
                rule={entry.lead.rule}
                saving={saving.value}
                onChoose={(done) => void acknowledge(done)}
              />
            )}
          </PartView>
          <Button weight="quiet" onClick={choice.leave}>
            Leave it open
          </Button>
        </div>
      ) : (
        <div key="closed">
          <Button weight={weight} aria-label={`Acknowledge: ${what}`} onClick={choice.open}>
            Acknowledge…
          </Button>
        </div>
      )}
      {problem.value === null ? null : <p role="alert">{problem.value}</p>}
    </div>
  );
}
