import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;
const GIVE_UP_AFTER_MS = 120_000;

/** Looks again and again until the condition holds; throws when it never does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + GIVE_UP_AFTER_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`);
    await pause(LOOK_EVERY_MS);
  }
}
