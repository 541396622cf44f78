import { Button } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import { MoveHandleOnDemand } from '../place/move-handle-on-demand.tsx';
import type { CoverState } from '../safe-view/cover.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { Glyph } from './glyph.tsx';

/** The panel's own name, what it does with its room, and what it shows on a shared screen. */
export function FrameBar({
  cover,
  actions,
}: {
  readonly cover: CoverState;
  readonly actions: Pick<PanelActions, 'daily' | 'openSettings'>;
}) {
  const { daily } = actions;
  const { mode, side } = daily.place.value;
  const floats = mode === 'floating';
  const at = floats ? side : side === 'right' ? 'left' : 'right';
  return (
    <div class="frame-bar" role="toolbar" aria-label="Panel">
      {floats ? <MoveHandleOnDemand actions={daily} /> : null}
      <span class="grow soft">Throughline</span>
      <TrustedButton
        weight="icon"
        aria-label="Safe view for a shared screen"
        title="Safe view for a shared screen"
        aria-pressed={cover.view.on}
        harmless={!cover.view.on}
        onPress={() => void daily.setSafeView(!cover.view.on)}
      >
        <Glyph path="M3 12s3-6 9-6 9 6 9 6-3 6-9 6-9-6-9-6zM4 4l16 16" />
      </TrustedButton>
      {floats ? null : (
        <Button
          weight="icon"
          aria-label="Float the panel"
          title="Float"
          onClick={() => daily.float()}
        >
          <Glyph path="M4 8h12v12H4zM9 8V4h11v11h-4" />
        </Button>
      )}
      <Button
        weight="icon"
        aria-label={`Dock the panel at the ${at}`}
        title={`Dock at the ${at}`}
        onClick={() => daily.dock(at)}
      >
        <Glyph path={at === 'left' ? 'M4 5h16v14H4zM10 5v14' : 'M4 5h16v14H4zM14 5v14'} />
      </Button>
      <Button weight="icon" aria-label="Settings" title="Settings" onClick={actions.openSettings}>
        <Glyph path="M4 7h9m4 0h3M4 17h3m4 0h9M13 4v6M7 14v6" />
      </Button>
      <Button
        weight="icon"
        aria-label="Collapse the panel"
        title="Collapse"
        onClick={() => daily.collapse()}
      >
        <Glyph path="M5 12h14" />
      </Button>
    </div>
  );
}
