import type { ComponentChildren } from 'preact';
import type { Part } from './part.ts';

/** Said where a part stays closed: what happened, what is safe, what to do. */
export const MISSING_PART_WORDS =
  'This part of Throughline could not be opened: the extension was updated or changed under this page. Nothing was changed in the record or the note. Save your note, then reload the page.';

/** A part once it is there; until then that it is being opened, or why it is not. */
export function PartView<Content>({
  part,
  children,
}: {
  readonly part: Part<Content>;
  readonly children: (content: Content) => ComponentChildren;
}) {
  if (part.is === 'loaded') return <>{children(part.content)}</>;
  return part.is === 'loading' ? (
    <p role="status" class="soft opening">
      Opening…
    </p>
  ) : (
    <p role="status" class="attention">
      {MISSING_PART_WORDS}
    </p>
  );
}
