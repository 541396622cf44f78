import { useSignal } from '@preact/signals';
import type { AlertEntry } from '#shared/alerts/entries.ts';

/** Said where evidence that nobody has read yet closed a choice. */
export const CHANGED_WORDS = 'This alert has changed meanwhile. Read it again.';

/** Whether a choice about an entry is open, and on what was read. */
export interface ChoiceOn {
  readonly isOpen: boolean;
  /** Evidence came in since it was opened; true until it is left. */
  readonly hasChanged: boolean;
  readonly open: () => void;
  readonly leave: () => void;
}

/**
 * A choice that is open only for the evidence it was opened on. What joins an alert closes it: a press
 * counts for what stood there when the choice was made, and the server would be told otherwise.
 */
export function useChoiceOn({ alerts }: Pick<AlertEntry, 'alerts'>): ChoiceOn {
  const opened = useSignal<{ readonly on: string; readonly again: boolean } | null>(null);
  const now = JSON.stringify(alerts.map(({ alertId, latestAt }) => [alertId, latestAt]));
  const { value } = opened;
  const hasChanged = value !== null && (value.again || value.on !== now);
  return {
    isOpen: value?.on === now,
    hasChanged,
    open() {
      opened.value = { on: now, again: hasChanged };
    },
    leave() {
      opened.value = null;
    },
  };
}
