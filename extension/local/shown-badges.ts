import * as z from 'zod/mini';
import { Instant, instantOf } from '#shared/contracts/calendar.ts';
import { BADGES, type Badge } from './badge.ts';
import { createInTurn } from './in-turn.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** Milliseconds after which a badge that nobody confirmed no longer stands. */
export const BADGE_HOLDS_MS = 90_000;

/** When each tab's badge was last confirmed, by tab id. Says nothing of whom it is about. */
const Confirmed = z.record(z.string(), Instant);
type Entries = Map<string, Instant>;

/** What badges are shown with. */
export interface ShownBadgesDependencies {
  /** `storage.session`: the worker's memory is gone after seconds without work. */
  readonly area: StorageArea;
  readonly now: () => Date;
  readonly showBadge: (tabId: number, badge: Badge) => Promise<void>;
}

/** Shows badges, and remembers which of them stand for an answer of a moment. */
export interface ShownBadges {
  /** `holds`: an answer of just now confirms it. */
  readonly show: (tabId: number, badge: Badge, holds: boolean) => Promise<void>;
  /** The safe view was switched on or off: no badge of before stands. */
  readonly onSafeView: (on: boolean) => Promise<void>;
  /** Takes back badges that nobody confirmed for {@link BADGE_HOLDS_MS}, or at a time yet to come. */
  readonly expire: () => Promise<void>;
  readonly forget: (tabId: number) => Promise<void>;
}

/** Builds it. */
export function createShownBadges(dependencies: ShownBadgesDependencies): ShownBadges {
  const { area, now, showBadge } = dependencies;
  const { change, heldTabs } = createConfirmedTimes(area);

  async function show(tabId: number, badge: Badge, holds: boolean): Promise<void> {
    await showBadge(tabId, badge);
    await change((entries) => {
      if (holds) entries.set(String(tabId), instantOf(now()));
      else entries.delete(String(tabId));
    });
  }

  return {
    show,
    async onSafeView(on) {
      const badge = on ? BADGES.safe : BADGES.unsure;
      await Promise.all((await heldTabs()).map(([tabId]) => showBadge(tabId, badge)));
    },
    async expire() {
      const newest = now().getTime();
      const oldest = newest - BADGE_HOLDS_MS;
      const over = (await heldTabs()).filter(([, at]) => {
        const confirmed = Date.parse(at);
        // One that is still to come tells no age: the clock was set back.
        return confirmed < oldest || confirmed > newest;
      });
      await Promise.all(over.map(([tabId]) => show(tabId, BADGES.unsure, false)));
    },
    forget: (tabId) => change((entries) => entries.delete(String(tabId))),
  };
}

/** Remembers which badges stand, and since when. */
function createConfirmedTimes(area: StorageArea) {
  const confirmed = createSlot(area, 'badgesConfirmed', Confirmed);
  const inTurn = createInTurn();
  const read = async (): Promise<Entries> =>
    new Map(Object.entries((await confirmed.read()) ?? {}));
  return {
    change: (edit: (entries: Entries) => void): Promise<void> =>
      inTurn(async () => {
        const entries = await read();
        edit(entries);
        await confirmed.write(Object.fromEntries(entries));
      }),
    heldTabs: async () => [...(await read())].map(([tabId, at]) => [Number(tabId), at] as const),
  };
}
