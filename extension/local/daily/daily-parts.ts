import type { EhrId } from '#shared/contracts/ehr.ts';
import type { SafeView } from '../../messages/daily.ts';
import type { ExtensionApi } from '../extension-api.ts';
import type { Rpc } from '../rpc.ts';
import { createSafeView } from '../safe-view/safe-view.ts';
import { telehealthTabs } from '../safe-view/telehealth.ts';
import type { DailyDependencies } from './daily-calls.ts';
import { createPlaceStore } from './places.ts';
import { createSchedules } from './schedules.ts';

/** What the parts of a clinician's day are built from. */
export interface DailyPartsDependencies {
  readonly browser: Pick<ExtensionApi, 'storage' | 'tabs'>;
  readonly rpc: Rpc;
  readonly now: () => Date;
  /** Whether a telehealth page switches the safe view on. */
  readonly duringTelehealth: () => Promise<boolean>;
  /** False where the practice does not allow an EHR: nobody on its calendar is looked at. */
  readonly mayWorkIn: (ehr: EhrId) => Promise<boolean>;
  readonly onSafeView: (view: SafeView) => Promise<void>;
  readonly onSchedule: () => void;
}

/** Builds them over the browser. */
export function createDailyParts(
  dependencies: DailyPartsDependencies,
): Omit<DailyDependencies, 'live'> {
  const { browser, rpc, now, mayWorkIn, duringTelehealth, onSafeView, onSchedule } = dependencies;
  const { session: area, local } = browser.storage;
  return {
    rpc,
    now,
    schedules: createSchedules({ area, rpc, now, mayWorkIn, onChange: onSchedule }),
    safeView: createSafeView({
      area,
      telehealthTabs: () => telehealthTabs(browser),
      duringTelehealth,
      onChange: onSafeView,
    }),
    places: createPlaceStore(local),
  };
}
