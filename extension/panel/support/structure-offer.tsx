import type { PanelActions } from '../actions.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';
import type { Screen } from '../state/screen.ts';

const loadReport = () => import('./structure-report.tsx');

/** Offered where the page is not quite one that Throughline knows. */
export function StructureOffer({
  screen,
  actions,
}: {
  readonly screen: Screen;
  readonly actions: Pick<PanelActions, 'checkStructure' | 'copy'>;
}) {
  if (!isStrange(screen)) return null;
  return (
    <div class="support">
      <DisclosureOnDemand summary="Send structure to support" load={loadReport}>
        {({ StructureReport }) => <StructureReport actions={actions} />}
      </DisclosureOnDemand>
    </div>
  );
}

function isStrange(screen: Screen): boolean {
  if (screen.kind === 'client') {
    const { failedChecks, note } = screen.reading;
    return failedChecks.length > 0 || note?.state === 'unknown';
  }
  return ['unknownPage', 'insufficient', 'pageDisagrees'].includes(screen.kind);
}
