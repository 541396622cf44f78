import type { AlertWay } from '../../messages/live.ts';
import type { Screen } from '../state/screen.ts';
import { AlertWayBanner } from './alert-way-banner.tsx';

/** The banner for a page of the EHR. A server that can't be reached is said already, and is the worse of the two. */
export function AlertWayOnScreen({
  way,
  screen,
}: {
  readonly way: AlertWay;
  readonly screen: Screen;
}) {
  if (screen.kind === 'unavailable') return null;
  if (screen.kind !== 'client') {
    return <AlertWayBanner way={way} timeZone={null} place="elsewhere" />;
  }
  const { freshness, facts } = screen;
  return freshness.is === 'cached' ? null : (
    <AlertWayBanner way={way} timeZone={facts.timeZone} place="client" />
  );
}
