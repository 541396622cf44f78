import * as z from 'zod/mini';
import { Instant, instantOf } from '#shared/contracts/calendar.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** Rings when the panel locks unless somebody uses it before. */
export const LOCK_ALARM = 'lock';

const MILLISECONDS_PER_MINUTE = 60_000;

/** What the lock needs. */
export interface IdleLockDependencies {
  /** `storage.session`. */
  readonly area: StorageArea;
  readonly now: () => Date;
  /** Minutes without use after which it locks, as it is set now. */
  readonly minutes: () => Promise<number>;
  readonly isSignedIn: () => Promise<boolean>;
  /** Rings {@link LOCK_ALARM} at a time, in milliseconds since 1970, instead of any earlier one. */
  readonly ringAt: (when: number) => Promise<unknown>;
  /** Takes everything about clients out of this browser, and tells the pages. */
  readonly onLock: () => Promise<void>;
}

/** Locks a browser that nobody uses (45 CFR 164.312(a)(2)(iii), automatic logoff). */
export interface IdleLock {
  /** Somebody used a page of ours. A use that comes after the time is over locks, and counts no more. */
  readonly used: () => Promise<void>;
  /** Somebody signed in: the time begins anew. */
  readonly begin: () => Promise<void>;
  /** Locks if the time is over: alarms are late after sleep, so this is asked before every answer. */
  readonly lockIfDue: () => Promise<void>;
  /** Locks now: the computer itself was locked. */
  readonly lock: () => Promise<void>;
  /** Somebody signed out: there is nothing left to lock. */
  readonly forget: () => Promise<void>;
  /** Whether the last session ended by the lock. */
  readonly isLocked: () => Promise<boolean>;
}

/**
 * The lock ends the session: a lock that opens at a press would keep nobody out. How the same person
 * gets in again is the server's to decide, which may still know them on its own page.
 */
export function createIdleLock(dependencies: IdleLockDependencies): IdleLock {
  const { area, now } = dependencies;
  const lastUse = createSlot(area, 'lastUse', Instant);
  const locked = createSlot(area, 'locked', z.literal(true));

  async function endsAt(): Promise<number | null> {
    const used = await lastUse.read();
    if (used === null) return null;
    return Date.parse(used) + (await dependencies.minutes()) * MILLISECONDS_PER_MINUTE;
  }

  async function countFromNow(): Promise<void> {
    await lastUse.write(instantOf(now()));
    const end = await endsAt();
    if (end !== null) await dependencies.ringAt(end);
  }

  async function lock(): Promise<void> {
    if (!(await dependencies.isSignedIn())) return;
    await locked.write(true);
    await lastUse.clear();
    await dependencies.onLock();
  }

  async function lockIfDue(): Promise<boolean> {
    if (!(await dependencies.isSignedIn())) return false;
    const end = await endsAt();
    // A session of which no use is known yet: its time begins with the first question.
    if (end === null) await countFromNow();
    if (end === null || now().getTime() < end) return false;
    await lock();
    return true;
  }

  return {
    async used() {
      if (!(await dependencies.isSignedIn()) || (await lockIfDue())) return;
      await countFromNow();
    },
    async begin() {
      await locked.clear();
      await countFromNow();
    },
    async lockIfDue() {
      await lockIfDue();
    },
    lock,
    async forget() {
      await lastUse.clear();
      await locked.clear();
    },
    isLocked: async () => (await locked.read()) ?? false,
  };
}
