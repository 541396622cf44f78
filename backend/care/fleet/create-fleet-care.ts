import type { CareDeps } from '#backend/care/deps.ts';
import type { BrowserCare, FleetCare } from './fleet-care.ts';
import { fleet } from './overview.ts';
import { recordPolicyFile } from './record-policy-file.ts';
import { switchAdapter, switches } from './switches.ts';
import { type MayReport, takeReport } from './take-report.ts';

/** Everything that browsers tell of themselves and ask. */
export function createBrowserCare(deps: CareDeps, mayReport: MayReport): BrowserCare {
  return { takeReport: takeReport(deps, mayReport), switches: switches(deps) };
}

/** Everything that a practice sees of its browsers and decides about them. */
export function createFleetCare(deps: CareDeps): FleetCare {
  return {
    fleet: fleet(deps),
    switchAdapter: switchAdapter(deps),
    recordPolicyFile: recordPolicyFile(deps),
  };
}
