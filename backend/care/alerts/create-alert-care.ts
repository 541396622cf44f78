import type { CareDeps } from '../deps.ts';
import type { AlertCare } from './alert-care.ts';
import { seeAlerts } from './see-alerts.ts';
import { standIn } from './stand-in.ts';
import { putAside, unacknowledged, unsentRisk } from './unacknowledged.ts';

/** What becomes of alerts between being opened and being acknowledged. */
export function createAlertCare(deps: CareDeps): AlertCare {
  return {
    seeAlerts: seeAlerts(deps),
    unacknowledged: unacknowledged(deps),
    putAside: putAside(deps),
    unsentRisk: unsentRisk(deps),
    standIn: standIn(deps),
  };
}
