import type { PanelActions } from '../actions.ts';
import { Glyph } from './frame-bar.tsx';

/** The panel when it takes no room: one button, and nothing about anybody. */
export function Collapsed({ actions }: { readonly actions: Pick<PanelActions, 'place'> }) {
  return (
    <main>
      <button
        type="button"
        class="strip"
        aria-label="Open Throughline"
        title="Open Throughline"
        onClick={() => actions.place('docked')}
      >
        <Glyph path="M3 8l7 5 5-2 6 8" />
      </button>
    </main>
  );
}
