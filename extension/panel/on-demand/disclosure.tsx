import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { usePart } from './part.ts';
import { PartView } from './part-view.tsx';

/** Something on demand whose views are a file of their own, loaded when it is first unfolded. */
export function DisclosureOnDemand<Content>({
  summary,
  load,
  children,
}: {
  readonly summary: string;
  /** The same function at every drawing. */
  readonly load: () => Promise<Content>;
  readonly children: (content: Content) => ComponentChildren;
}) {
  const wanted = useSignal(false);
  const part = usePart(wanted.value, load);
  return (
    <details
      class="disclosure"
      onToggle={(event) => {
        if (event.currentTarget.open) wanted.value = true;
      }}
    >
      <summary>{summary}</summary>
      <div class="inside">{wanted.value ? <PartView part={part}>{children}</PartView> : null}</div>
    </details>
  );
}
