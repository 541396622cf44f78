import { describe, expect, it } from 'vitest';
import { createIdleLock } from '#extension/local/idle-lock.ts';
import { begin, type Death, type Life, mortal } from '#test/faults/outbox/mortal.ts';
import { stillClock } from '#test/support/clock.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

const ELEVEN_MINUTES = 660;

/** A browser in which somebody signed in, and nobody did anything for longer than is allowed. */
async function leftAlone() {
  const clock = stillClock('2026-11-21T00:58:00.000Z');
  const area = memoryStorage();
  const held = { session: true, answers: true };
  const worker = (life: Life) =>
    createIdleLock({
      area: mortal(area, life),
      now: clock.now,
      minutes: async () => 10,
      isSignedIn: () => life.step(async () => held.session),
      isComputerUsed: async () => true,
      ringAt: () => life.step(async () => undefined),
      async onLock() {
        await life.step(async () => {
          held.session = false;
        });
        await life.step(async () => {
          held.answers = false;
        });
      },
    });
  await worker(begin(null)).begin();
  clock.advance(ELEVEN_MINUTES);
  return { held, worker };
}

/** What the next worker leaves open after one was ended in its lock; null when there was no such step. */
async function afterDeath(death: Death, how: 'lock' | 'lockIfDue') {
  const { held, worker } = await leftAlone();
  const life = begin(death);
  const lock = worker(life);
  const done = lock[how]().then(() => false);
  if (!(await Promise.race([done, life.ended.then(() => true)]))) return null;
  const next = worker(begin(null));
  await next.lockIfDue();
  return { ...held, isLocked: await next.isLocked() };
}

describe('a worker that is ended while it locks', () => {
  for (const how of ['lock', 'lockIfDue'] as const) {
    for (const when of ['before', 'after'] as const) {
      it(`leaves nothing open, ${when} whichever step of ${how} it was`, async () => {
        let deaths = 0;
        for (;;) {
          const left = await afterDeath({ step: deaths + 1, when }, how);
          if (left === null) break;
          deaths += 1;
          expect([deaths, left]).toEqual([
            deaths,
            { session: false, answers: false, isLocked: true },
          ]);
        }
        // Two of the lock's own before the session ends, the end of it in two, and two after it.
        expect(deaths).toBeGreaterThanOrEqual(6);
      });
    }
  }
});
