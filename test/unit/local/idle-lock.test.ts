import { beforeEach, describe, expect, it } from 'vitest';
import { createIdleLock } from '#extension/local/idle-lock.ts';
import { stillClock } from '#test/support/clock.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

const MINUTE = 60;

let clock = stillClock('2026-11-21T00:58:00.000Z');
let signedIn = true;
let computerUsed = true;
let minutes = 10;
let locks = 0;
let rings: number[] = [];

beforeEach(() => {
  clock = stillClock('2026-11-21T00:58:00.000Z');
  signedIn = true;
  computerUsed = true;
  minutes = 10;
  locks = 0;
  rings = [];
});

function aLock(area = memoryStorage()) {
  return createIdleLock({
    area,
    now: clock.now,
    minutes: async () => minutes,
    isSignedIn: async () => signedIn,
    isComputerUsed: async () => computerUsed,
    ringAt: async (when) => rings.push(when),
    async onLock() {
      locks += 1;
      signedIn = false;
    },
  });
}

describe('a browser that nobody uses', () => {
  it('locks when the time is over, and not before', async () => {
    const lock = aLock();
    await lock.begin();
    clock.advance(10 * MINUTE - 1);
    await lock.lockIfDue();
    expect(locks).toBe(0);
    clock.advance(1);
    await lock.lockIfDue();
    expect([locks, await lock.isLocked()]).toEqual([1, true]);
  });

  it('has its time over again with every use', async () => {
    const lock = aLock();
    await lock.begin();
    for (let use = 0; use < 5; use += 1) {
      clock.advance(9 * MINUTE);
      await lock.used();
    }
    expect(locks).toBe(0);
    expect(rings.at(-1)).toBe(clock.now().getTime() + 10 * MINUTE * 1000);
  });

  it('has its time over again when somebody turns to another client', async () => {
    const lock = aLock();
    await lock.begin();
    clock.advance(9 * MINUTE);
    await lock.turned();
    clock.advance(9 * MINUTE);
    await lock.lockIfDue();
    expect(locks).toBe(0);
  });

  it('is kept open by no page that turns itself while nobody uses the computer', async () => {
    const lock = aLock();
    await lock.begin();
    computerUsed = false;
    for (let turn = 0; turn < 10; turn += 1) {
      clock.advance(MINUTE);
      await lock.turned();
    }
    await lock.lockIfDue();
    expect(locks).toBe(1);
  });

  it('is not opened by a use that comes too late, as after sleep', async () => {
    const lock = aLock();
    await lock.begin();
    clock.advance(11 * MINUTE);
    await lock.used();
    expect([locks, await lock.isLocked()]).toEqual([1, true]);
  });

  it('counts through the end of the worker', async () => {
    const area = memoryStorage();
    await aLock(area).begin();
    clock.advance(10 * MINUTE);
    await aLock(area).lockIfDue();
    expect(locks).toBe(1);
  });

  it('locks at once when the practice makes the time shorter than what went by', async () => {
    const lock = aLock();
    await lock.begin();
    clock.advance(6 * MINUTE);
    minutes = 5;
    await lock.onMinutesChanged();
    expect(locks).toBe(1);
  });

  it('has its alarm set to the time that the practice made shorter', async () => {
    const lock = aLock();
    await lock.begin();
    const begun = clock.now().getTime();
    clock.advance(2 * MINUTE);
    minutes = 5;
    await lock.onMinutesChanged();
    expect([locks, rings.at(-1)]).toEqual([0, begun + 5 * MINUTE * 1000]);
  });

  it('locks when its clock was set back: nobody knows then how long nobody was here', async () => {
    const lock = aLock();
    await lock.begin();
    clock.advance(-60 * MINUTE);
    await lock.lockIfDue();
    expect([locks, await lock.isLocked()]).toEqual([1, true]);
  });

  it('stays open when a time service corrects its clock by a moment', async () => {
    const lock = aLock();
    await lock.begin();
    clock.advance(-2);
    await lock.used();
    expect(locks).toBe(0);
  });

  it('begins to count where it did not before', async () => {
    const lock = aLock();
    await lock.lockIfDue();
    clock.advance(10 * MINUTE);
    await lock.lockIfDue();
    expect(locks).toBe(1);
  });
});

describe('the lock', () => {
  it('closes with the computer’s own', async () => {
    const lock = aLock();
    await lock.begin();
    await lock.lock();
    expect(locks).toBe(1);
  });

  it('does nothing while nobody is signed in', async () => {
    signedIn = false;
    const lock = aLock();
    await lock.lock();
    await lock.used();
    await lock.lockIfDue();
    expect([locks, await lock.isLocked()]).toEqual([0, false]);
  });

  it('is said until somebody signs in, and not after a sign-out', async () => {
    const lock = aLock();
    await lock.begin();
    await lock.lock();
    await lock.begin();
    signedIn = true;
    await lock.lockIfDue();
    expect([locks, await lock.isLocked()]).toEqual([1, false]);
    await lock.lock();
    await lock.forget();
    expect(await lock.isLocked()).toBe(false);
  });
});
