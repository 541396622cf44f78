import type { AlertWay } from '../../messages/live.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { Screen } from '../state/screen.ts';
import { isInTrouble } from './alert-way.ts';

const loadBanner = () => import('./alert-way-on-screen.tsx');

/**
 * Nothing while it works, or is not known. What was verified stands beside it, as it is. It is said on
 * every page: an alert is about any client of the caseload, whoever is on screen.
 */
export function AlertWayOnDemand({
  way,
  screen,
}: {
  readonly way: AlertWay | null;
  readonly screen: Screen;
}) {
  const wanted = way !== null && isInTrouble(way);
  const part = usePart(wanted, loadBanner);
  if (!wanted) return null;
  return (
    <PartView part={part}>
      {({ AlertWayOnScreen }) => <AlertWayOnScreen way={way} screen={screen} />}
    </PartView>
  );
}
