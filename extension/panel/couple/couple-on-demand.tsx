import type { PanelActions } from '../actions.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { ClientScreen } from '../state/screen.ts';
import type { CoupleChartProps } from './chart-props.ts';

const loadChart = () => import('./couple-chart.tsx');
const loadSharing = () => import('./own-sharing.tsx');

/** A page about two people, who may be a couple: on every other page the file for it is not wanted. */
export function CoupleOnDemand(props: CoupleChartProps) {
  const part = usePart(true, loadChart);
  return <PartView part={part}>{({ CoupleChart }) => <CoupleChart {...props} />}</PartView>;
}

/** What the client on screen shares with a partner, loaded when it is unfolded. */
export function SharingOnDemand({
  screen: { facts },
  actions,
}: {
  readonly screen: ClientScreen;
  readonly actions: Pick<PanelActions, 'couple'>;
}) {
  return (
    <div class="section">
      <DisclosureOnDemand summary="Sharing with a partner" load={loadSharing}>
        {({ OwnSharingView }) => <OwnSharingView client={facts.client} actions={actions.couple} />}
      </DisclosureOnDemand>
    </div>
  );
}
