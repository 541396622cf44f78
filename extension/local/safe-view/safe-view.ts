import * as z from 'zod/mini';
import type { SafeView } from '../../messages/daily.ts';
import { createInTurn } from '../in-turn.ts';
import { createSlot, type StorageArea } from '../slot.ts';

/**
 * What a person chose. `off` holds for the telehealth pages that were open then: another one that is
 * opened switches the view on again.
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

  function lookAgain(): Promise<void> {
    return inTurn(async () => {
      const view = await now();
      if (((await told.read()) ?? false) === view.on) return;
      await told.write(view.on);
      await onChange(view);
    });
  }

  return {
    now,
    async set(on) {
      await byHand.write(on ? { is: 'on' } : { is: 'off', despite: [...(await telehealthTabs())] });
      await lookAgain();
      return now();
    },
    lookAgain,
  };
}
