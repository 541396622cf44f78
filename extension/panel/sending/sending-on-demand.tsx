import type { PanelActions } from '../actions.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';
import type { ClientScreen } from '../state/screen.ts';

const load = () => import('./sending-screen.tsx');

/** Sending to the client on screen, loaded when it is unfolded: most visits send nothing. */
export function SendingOnDemand({
  screen: { facts },
  actions,
}: {
  readonly screen: ClientScreen;
  readonly actions: Pick<PanelActions, 'sending' | 'copy'>;
}) {
  return (
    <DisclosureOnDemand summary="Send or plan check-ins" load={load}>
      {({ SendingScreen }) => <SendingScreen facts={facts} actions={actions} />}
    </DisclosureOnDemand>
  );
}
