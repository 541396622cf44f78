import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';

/** The panel's own name and what it does with its room. */
export function FrameBar({
  actions,
}: {
  readonly actions: Pick<PanelActions, 'place' | 'openSettings'>;
}) {
  return (
    <div class="frame-bar">
      <span class="grow soft">Throughline</span>
      <Button weight="icon" aria-label="Settings" title="Settings" onClick={actions.openSettings}>
        <Glyph path="M4 7h9m4 0h3M4 17h3m4 0h9M13 4v6M7 14v6" />
      </Button>
      <Button
        weight="icon"
        aria-label="Collapse the panel"
        title="Collapse"
        onClick={() => actions.place('collapsed')}
      >
        <Glyph path="M5 12h14" />
      </Button>
    </div>
  );
}

/** A line drawing of 24 by 24. */
export function Glyph({ path }: { readonly path: string }) {
  return (
    <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
