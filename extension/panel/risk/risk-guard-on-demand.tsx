import type { Brief } from '#shared/contracts/brief.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { ClientScreen } from '../state/screen.ts';

const loadGuard = () => import('./risk-guard.tsx');

/** The client's own answers beside a note that denies risk, loaded where one does. */
export function RiskGuardOnDemand(props: { readonly brief: Brief; readonly screen: ClientScreen }) {
  const isWanted = props.screen.reading.riskDenial !== null;
  const part = usePart(isWanted, loadGuard);
  if (!isWanted) return null;
  return <PartView part={part}>{({ RiskGuard }) => <RiskGuard {...props} />}</PartView>;
}
