import type { RefObject } from 'preact';
import type { AlertEntry } from '#shared/alerts/entries.ts';
import type { AlertContext } from './alert-context.ts';
import { lifecycleInWords } from './lifecycle-words.ts';
import { useSeen } from './use-seen.ts';

/**
 * What people have done about an entry so far, and that it stands on the screen now: `ref` is what has
 * to be in view for that.
 */
export function Lifecycle({
  entry,
  entryRef,
  context: { brief, facts, actions },
}: {
  readonly entry: AlertEntry;
  readonly entryRef: RefObject<HTMLElement | null>;
  readonly context: AlertContext;
}) {
  useSeen(entryRef, entry, facts.asOf, actions.seen);
  return lifecycleInWords(entry.lead, facts, brief).map((words) => (
    <p key={words} class="soft">
      {words}
    </p>
  ));
}
