import type { AlertWay } from '../../messages/live.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { ClientScreen } from '../state/screen.ts';
import { isInTrouble } from './alert-way.ts';

const loadBanner = () => import('./alert-way-banner.tsx');

/** Nothing while it works, or is not known. What was verified stands beside it, as it is. */
export function AlertWayOnDemand({
  way,
  screen,
}: {
  readonly way: AlertWay | null;
  readonly screen: ClientScreen;
}) {
  // A server that can't be reached is said already, and is the worse of the two.
  const wanted = way !== null && screen.freshness.is !== 'cached' && isInTrouble(way);
  const part = usePart(wanted, loadBanner);
  if (!wanted) return null;
  return (
    <PartView part={part}>
      {({ AlertWayBanner }) => <AlertWayBanner way={way} timeZone={screen.facts.timeZone} />}
    </PartView>
  );
}
