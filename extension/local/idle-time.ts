import { Instant, instantOf } from '#shared/contracts/calendar.ts';
import { createSlot, type StorageArea } from './slot.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** By how many milliseconds a time service sets a clock back without a word. */
const CLOCK_CORRECTION_MS = 5000;

/** What the time is counted with. */
export interface IdleTimeDependencies {
  /** `storage.session`. */
  readonly area: StorageArea;
  readonly now: () => Date;
  /** Minutes without use after which it is over, as it is set now. */
  readonly minutes: () => Promise<number>;
  /** Rings the lock's alarm at a time, in milliseconds since 1970, instead of any earlier one. */
  readonly ringAt: (when: number) => Promise<unknown>;
}

/** How long nobody used the browser. */
export interface IdleTime {
  /** It begins anew, and the alarm is set to its end. */
  readonly begin: () => Promise<void>;
  /** Sets the alarm again, to what the minutes are now. */
  readonly ringAnew: () => Promise<void>;
  /** `unknown`: no use was ever noted. */
  readonly state: () => Promise<'unknown' | 'running' | 'over'>;
  readonly forget: () => Promise<void>;
}

/** Counts from the last use, which outlives the worker. */
export function createIdleTime(dependencies: IdleTimeDependencies): IdleTime {
  const { area, now, ringAt } = dependencies;
  const lastUse = createSlot(area, 'lastUse', Instant);
  const allowedMs = async () => (await dependencies.minutes()) * MILLISECONDS_PER_MINUTE;

  async function ringAnew(): Promise<void> {
    const used = await lastUse.read();
    if (used !== null) await ringAt(Date.parse(used) + (await allowedMs()));
  }

  return {
    async begin() {
      await lastUse.write(instantOf(now()));
      await ringAnew();
    },
    ringAnew,
    async state() {
      const used = await lastUse.read();
      if (used === null) return 'unknown';
      const idle = now().getTime() - Date.parse(used);
      // A use that is still to come: the clock was set back, and how long nobody was here nobody knows.
      const isToCome = idle < -CLOCK_CORRECTION_MS;
      return isToCome || idle >= (await allowedMs()) ? 'over' : 'running';
    },
    forget: lastUse.clear,
  };
}
