import type { PanelActions } from '../actions.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { Screen } from '../state/screen.ts';

const loadLinking = () => import('./linking.ts');

/** A record is linked once; on every other visit the file for it is not wanted. */
export function LinkingOnDemand({
  screen,
  actions,
}: {
  readonly screen: Extract<Screen, { kind: 'unlinked' | 'mismatch' }>;
  readonly actions: PanelActions;
}) {
  const part = usePart(true, loadLinking);
  return (
    <PartView part={part}>
      {({ LinkFlow, Mismatch }) =>
        screen.kind === 'unlinked' ? (
          <LinkFlow query={screen.query} actions={actions} />
        ) : (
          <Mismatch screen={screen} actions={actions} />
        )
      }
    </PartView>
  );
}
