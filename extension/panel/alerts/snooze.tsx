import { useSignal } from '@preact/signals';
import type { AlertEntry } from '#shared/alerts/entries.ts';
import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { CHANGED_WORDS, useChoiceOn } from './choice-on.ts';
import { useFocusOn } from './focus-on.ts';

/** Puts an entry aside: one press to read until when, one to do it. */
export function Snooze({
  entry,
  what,
  until,
  actions,
}: {
  readonly entry: AlertEntry;
  /** The entry in a few words, for who hears the buttons without seeing the entry. */
  readonly what: string;
  /** `until PHQ-9 is answered again`. */
  readonly until: string;
  readonly actions: Pick<PanelActions, 'snooze'>;
}) {
  const choice = useChoiceOn(entry);
  const ref = useFocusOn(choice.isOpen);
  const saving = useSignal(false);
  const problem = useSignal<string | null>(null);
  const snooze = async () => {
    saving.value = true;
    const reply = await actions.snooze(entry.alerts);
    saving.value = false;
    problem.value = reply.ok ? null : `Not put aside. ${reply.message}`;
  };
  return (
    <div class="stack" ref={ref}>
      {choice.hasChanged ? <p role="status">{CHANGED_WORDS}</p> : null}
      {choice.isOpen ? (
        <div class="stack" role="group" tabIndex={-1} aria-label={`Put aside: ${what}`}>
          <p>It stays open and leaves the list {until}. New evidence brings it back at once.</p>
          <div class="row">
            <TrustedButton weight="plain" disabled={saving.value} onPress={() => void snooze()}>
              Put it aside
            </TrustedButton>
            <Button weight="quiet" onClick={choice.leave}>
              Leave it here
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button weight="quiet" aria-label={`Put aside: ${what}`} onClick={choice.open}>
            Put aside…
          </Button>
        </div>
      )}
      {problem.value === null ? null : <p role="alert">{problem.value}</p>}
    </div>
  );
}
