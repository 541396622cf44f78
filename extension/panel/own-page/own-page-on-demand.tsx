import type { Brief } from '#shared/contracts/brief.ts';
import type { PanelActions } from '../actions.ts';
import { DisclosureOnDemand } from '../on-demand/disclosure.tsx';

const load = () => import('./own-page.tsx');

/** Which measures the client sees on the own page, loaded when it is unfolded. */
export function OwnPageOnDemand(props: {
  readonly brief: Brief;
  readonly actions: Pick<PanelActions, 'sending'>;
}) {
  return (
    <DisclosureOnDemand summary="What the client sees" load={load}>
      {({ OwnPage }) => <OwnPage {...props} />}
    </DisclosureOnDemand>
  );
}
