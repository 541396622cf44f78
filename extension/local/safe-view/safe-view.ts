import * as z from 'zod/mini';
import type { SafeView } from '../../messages/daily.ts';
import { createInTurn } from '../in-turn.ts';
import { createSlot, type StorageArea } from '../slot.ts';

/**
 * What a person chose. `off` holds for the telehealth pages that were open then, as long as they stay:
 * another one switches the view on again, also one that comes into the same tab.
 */
const ByHand = z.discriminatedUnion('is', [
  z.object({ is: z.literal('on') }),
  z.object({ is: z.literal('off'), despite: z.array(z.int()) }),
]);

/** What the view is worked out from. */
export interface SafeViewDependencies {
  /** `storage.session`: the worker's memory is gone after seconds without work. */
  readonly area: StorageArea;
  /** Ids of the tabs that show a telehealth page. */
  readonly telehealthTabs: () => Promise<readonly number[]>;
  /** Whether such a page switches the view on. */
  readonly duringTelehealth: () => Promise<boolean>;
  /** It was switched on or off, by whomever. */
  readonly onChange: (view: SafeView) => Promise<void>;
}

/** The screen-share safe view of this browser. */
export interface SafeViewState {
  readonly now: () => Promise<SafeView>;
  readonly set: (on: boolean) => Promise<SafeView>;
  /** A page was opened, turned or closed: tells of a change, if that made one. */
  readonly lookAgain: () => Promise<void>;
  /** Another page comes into a tab, of whatever address: the next client's room may have the same. */
  readonly onNavigated: (tabId: number) => Promise<void>;
}

/** Builds the view. It is worked out anew for every question; where that fails it is on. */
export function createSafeView(dependencies: SafeViewDependencies): SafeViewState {
  const { area, telehealthTabs, duringTelehealth, onChange } = dependencies;
  const byHand = createSlot(area, 'safeViewByHand', ByHand);
  const told = createSlot(area, 'safeViewTold', z.boolean());
  const inTurn = createInTurn();

  async function workOut(): Promise<SafeView> {
    const chosen = await byHand.read();
    if (chosen?.is === 'on') return { on: true, because: 'byHand' };
    const tabs = await telehealthTabs();
    const isDespite = chosen !== null && tabs.every((tabId) => chosen.despite.includes(tabId));
    if (tabs.length === 0 || isDespite || !(await duringTelehealth())) return { on: false };
    return { on: true, because: 'telehealth' };
  }

  async function now(): Promise<SafeView> {
    try {
      return await workOut();
    } catch {
      return { on: true, because: 'unknown' };
    }
  }

  /** What was chosen for a session holds for no other one: keeps it for pages that are still there. */
  async function keepOffFor(isThere: (tabId: number) => boolean): Promise<void> {
    const chosen = await byHand.read();
    if (chosen?.is !== 'off') return;
    const despite = chosen.despite.filter(isThere);
    if (despite.length === 0) await byHand.clear();
    else if (despite.length < chosen.despite.length) await byHand.write({ is: 'off', despite });
  }

  async function look(): Promise<void> {
    // Where it can't be found out what is open, the view is on, and what was chosen waits.
    const tabs = await telehealthTabs().catch(() => null);
    if (tabs !== null) await keepOffFor((tabId) => tabs.includes(tabId));
    const view = await now();
    if (((await told.read()) ?? false) === view.on) return;
    await told.write(view.on);
    await onChange(view);
  }

  return {
    now,
    async set(on) {
      await inTurn(async () => {
        await byHand.write(
          on ? { is: 'on' } : { is: 'off', despite: [...(await telehealthTabs())] },
        );
        await look();
      });
      return now();
    },
    lookAgain: () => inTurn(look),
    onNavigated: (gone) =>
      inTurn(async () => {
        await keepOffFor((tabId) => tabId !== gone);
        await look();
      }),
  };
}
