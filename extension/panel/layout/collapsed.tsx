import type { DailyActions } from '../daily.ts';
import { Glyph } from './glyph.tsx';

/** The panel when it takes no room: one button, and nothing about anybody. */
export function Collapsed({ actions }: { readonly actions: Pick<DailyActions, 'open'> }) {
  return (
    <main>
      <button
        type="button"
        class="strip"
        aria-label="Open Throughline"
        title="Open Throughline"
        onClick={() => actions.open()}
      >
        <Glyph path="M3 8l7 5 5-2 6 8" />
      </button>
    </main>
  );
}
