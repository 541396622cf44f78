import * as z from 'zod/mini';
import { createIdleTime, type IdleTimeDependencies } from './idle-time.ts';
import { createInTurn } from './in-turn.ts';
import { createSlot } from './slot.ts';

/** Rings when the panel locks unless somebody uses it before. */
export const LOCK_ALARM = 'lock';

/** How far a lock got: a worker may be ended in the middle of one, and the next one finishes it. */
const Stage = z.enum(['underWay', 'over']);

/** What the lock needs. */
export interface IdleLockDependencies extends IdleTimeDependencies {
  readonly isSignedIn: () => Promise<boolean>;
  /** Whether somebody uses the computer: its keyboard or pointer, which no page can. */
  readonly isComputerUsed: () => Promise<boolean>;
  /**
   * Ends the session, takes everything about clients out of this browser, and tells the pages. Asked
   * again where a worker was ended before it was done.
   */
  readonly onLock: () => Promise<void>;
}

/** Locks a browser that nobody uses (45 CFR 164.312(a)(2)(iii), automatic logoff). */
export interface IdleLock {
  /** Somebody used a page of ours. A use that comes after the time is over locks, and counts no more. */
  readonly used: () => Promise<void>;
  /**
   * A page in front of a person turned to another client. Its scripts can turn it as well, with nobody
   * there: it is a use where the computer is used, and nothing otherwise.
   */
  readonly turned: () => Promise<void>;
  /** Somebody is signing in: the time begins anew. Before their session is held, or it is locked. */
  readonly begin: () => Promise<void>;
  /** Locks if the time is over: alarms are late after sleep, so this is asked before every answer. */
  readonly lockIfDue: () => Promise<void>;
  /** The minutes were set anew: locks if the time is over by now, and rings when it will be. */
  readonly onMinutesChanged: () => Promise<void>;
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
  const { area, isSignedIn } = dependencies;
  const time = createIdleTime(dependencies);
  const locked = createSlot(area, 'locked', Stage);
  const inTurn = createInTurn();

  /** What says that a lock is due goes last: wherever the worker ends, the next one locks again. */
  async function lock(): Promise<void> {
    await locked.write('underWay');
    await dependencies.onLock();
    await locked.write('over');
    await time.forget();
  }

  /** Whether it locked. A session is never held past a lock: only one that was not finished leaves it. */
  async function lockIfDue(): Promise<boolean> {
    const stage = await locked.read();
    const isHeld = await isSignedIn();
    if (stage === 'underWay' || (stage === 'over' && isHeld)) {
      await lock();
      return true;
    }
    if (!isHeld) return false;
    const state = await time.state();
    // A session of which no use is known yet: its time begins with the first question.
    if (state === 'unknown') await time.begin();
    if (state === 'over') await lock();
    return state === 'over';
  }

  const used = () =>
    inTurn(async () => {
      if (!(await lockIfDue()) && (await isSignedIn())) await time.begin();
    });

  return {
    used,
    async turned() {
      if (await dependencies.isComputerUsed()) await used();
    },
    begin: () =>
      inTurn(async () => {
        await time.begin();
        await locked.clear();
      }),
    lockIfDue: () =>
      inTurn(async () => {
        await lockIfDue();
      }),
    onMinutesChanged: () =>
      inTurn(async () => {
        if (!(await lockIfDue()) && (await isSignedIn())) await time.ringAnew();
      }),
    lock: () =>
      inTurn(async () => {
        if (await isSignedIn()) await lock();
      }),
    forget: () =>
      inTurn(async () => {
        await time.forget();
        await locked.clear();
      }),
    isLocked: async () => (await locked.read()) !== null,
  };
}
