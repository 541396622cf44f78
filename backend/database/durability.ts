import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Chore } from '#backend/upkeep.ts';
import { weakSettings } from './fitness.ts';

/** Whether the server keeps what it acknowledges, as far as was last seen. */
export interface Durability {
  /** False from the round that found a weak setting to the one that finds none. */
  readonly isSound: () => boolean;
  /** Reads the settings back. */
  readonly reading: Chore;
}

/**
 * Watches over the settings that were read back at the start: somebody may turn `fsync` off on a
 * running server, and from then on a "saved" would not survive a power cut.
 */
export function createDurability(pool: Pool, log: Logger): Durability {
  let sound = true;
  return {
    isSound: () => sound,
    reading: {
      failure: 'durability settings not read',
      async run() {
        const settings = await weakSettings(pool);
        sound = settings.length === 0;
        if (!sound) log.error({ settings }, 'not serving: a power cut would lose what is saved');
      },
    },
  };
}
