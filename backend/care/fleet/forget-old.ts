import type { CareDeps } from '#backend/care/deps.ts';
import type { Chore } from '#backend/upkeep.ts';
import { addDays, instantOf } from '#shared/contracts/calendar.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { dayOf } from './take-report.ts';

/** Days for which counts, reports and browsers that fell silent are kept. Our choice. */
export const KEPT_DAYS = 90;

const DAY_MS = 86_400_000;

/** Removes what browsers told longer ago than {@link KEPT_DAYS}. */
export function forgetOldReports(deps: CareDeps): Chore {
  return {
    failure: 'old reports of browsers not removed',
    async run(signal) {
      for (const practiceId of await deps.store.directory.practices()) {
        if (signal.aborted) return;
        await forgetIn(deps, practiceId);
      }
    },
  };
}

async function forgetIn(deps: CareDeps, practiceId: PracticeId): Promise<void> {
  const now = deps.now();
  const actor = { kind: 'system', name: 'upkeep' } as const;
  const scope = { practiceId, actor, requestId: deps.newId(), now };
  await deps.store.inPractice(scope, async (care) => {
    const before = instantOf(new Date(Date.parse(now) - KEPT_DAYS * DAY_MS));
    await care.fleet.forget(before, addDays(await dayOf(care, now), -KEPT_DAYS));
  });
}
