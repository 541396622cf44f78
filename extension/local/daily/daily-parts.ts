import type { SafeView } from '../../messages/daily.ts';
import type { ExtensionApi } from '../extension-api.ts';
import type { Rpc } from '../rpc.ts';
import { createSafeView } from '../safe-view/safe-view.ts';
import { duringTelehealth, telehealthTabs } from '../safe-view/telehealth.ts';
import type { DailyDependencies } from './daily-calls.ts';
import { createPlaceStore } from './places.ts';
import { createSchedules } from './schedules.ts';

/** What the parts of a clinician's day are built from. */
export interface DailyPartsDependencies {
  readonly browser: Pick<ExtensionApi, 'storage' | 'tabs'>;
  readonly rpc: Rpc;
  readonly now: () => Date;
  /** All of `storage.managed`; empty where the browser has none. */
  readonly readManaged: () => Promise<unknown>;
  readonly onSafeView: (view: SafeView) => Promise<void>;
  readonly onSchedule: () => void;
}

/** Builds them over the browser. */
export function createDailyParts(dependencies: DailyPartsDependencies): DailyDependencies {
  const { browser, rpc, now, readManaged, onSafeView, onSchedule } = dependencies;
  const { session: area, local } = browser.storage;
  return {
    rpc,
    now,
    schedules: createSchedules({ area, rpc, now, onChange: onSchedule }),
    safeView: createSafeView({
      area,
      telehealthTabs: () => telehealthTabs(browser),
      duringTelehealth: async () => duringTelehealth(await readManaged()),
      onChange: onSafeView,
    }),
    places: createPlaceStore(local),
  };
}
