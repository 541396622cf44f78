import type { PageReading } from '#shared/contracts/reading.ts';
import { concernsClient } from '../ehr/concerns-client.ts';
import type { Frame } from './frame.ts';

/** Whether the panel's frame is in the page. */
export interface Presence {
  /** The frame that is there; null when none is. */
  frame(): Frame | null;
  /** Brings the frame, leaves it, or takes it away, as a reading demands. */
  follow(reading: PageReading, expectsClient: boolean): void;
}

/**
 * Keeps the frame on pages that concern a client and nothing at all on others. While a page
 * settles, a recognised chart or note brings the frame early, so that it is ready; nothing is taken
 * away before it is certain that the page concerns nobody.
 */
export function createPresence(mount: () => Frame, signal: AbortSignal): Presence {
  let frame: Frame | null = null;
  let over = false;
  const remove = () => {
    frame?.remove();
    frame = null;
  };
  const giveUp = () => {
    over = true;
    remove();
  };
  signal.addEventListener('abort', giveUp, { once: true });
  return {
    frame: () => frame,
    follow(reading, expectsClient) {
      if (over) return;
      const wanted = concernsClient(reading, expectsClient);
      if (wanted === true) frame ??= mount();
      else if (wanted === false) remove();
    },
  };
}
