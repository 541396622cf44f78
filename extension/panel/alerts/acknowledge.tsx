import { useSignal } from '@preact/signals';
import type { AlertEntry } from '#shared/alerts/entries.ts';
import { AcknowledgeAction } from '#shared/contracts/alert.ts';
import { ACTION_WORDS } from '#shared/words/alerts.ts';
import { Button, type Weight } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { CHANGED_WORDS, useChoiceOn } from './choice-on.ts';
import { useFocusOn } from './focus-on.ts';

/** Closes an entry: one press to see what can be said, one to say it. */
export function Acknowledge({
  entry,
  what,
  weight,
  actions,
}: {
  readonly entry: AlertEntry;
  /** `main` for what can't wait. */
  readonly weight: Weight;
  /** The entry in a few words, for who hears the buttons without seeing the entry. */
  readonly what: string;
  readonly actions: Pick<PanelActions, 'acknowledge'>;
}) {
  const choice = useChoiceOn(entry);
  const ref = useFocusOn(choice.isOpen);
  const saving = useSignal(false);
  const problem = useSignal<string | null>(null);
  const acknowledge = async (action: AcknowledgeAction) => {
    saving.value = true;
    const reply = await actions.acknowledge(entry.alerts, action);
    saving.value = false;
    problem.value = reply.ok ? null : `Not acknowledged. ${reply.message}`;
  };
  return (
    <div class="stack" ref={ref}>
      {choice.hasChanged ? <p role="status">{CHANGED_WORDS}</p> : null}
      {choice.isOpen ? (
        <ActionChoice
          what={what}
          saving={saving.value}
          onChoose={(action) => void acknowledge(action)}
          onLeave={choice.leave}
        />
      ) : (
        <div>
          <Button weight={weight} aria-label={`Acknowledge: ${what}`} onClick={choice.open}>
            Acknowledge…
          </Button>
        </div>
      )}
      {problem.value === null ? null : <p role="alert">{problem.value}</p>}
    </div>
  );
}

interface ActionChoiceProps {
  readonly what: string;
  readonly saving: boolean;
  readonly onChoose: (action: AcknowledgeAction) => void;
  readonly onLeave: () => void;
}

function ActionChoice({ what, saving, onChoose, onLeave }: ActionChoiceProps) {
  return (
    <div class="row" role="group" tabIndex={-1} aria-label={`What was done about: ${what}`}>
      {AcknowledgeAction.options.map((action) => (
        <TrustedButton
          key={action}
          weight="plain"
          disabled={saving}
          onPress={() => onChoose(action)}
        >
          {ACTION_WORDS[action]}
        </TrustedButton>
      ))}
      <Button weight="quiet" onClick={onLeave}>
        Leave it open
      </Button>
    </div>
  );
}
